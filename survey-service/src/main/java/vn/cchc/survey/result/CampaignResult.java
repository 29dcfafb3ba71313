package vn.cchc.survey.result;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

/** What a closed campaign found (kết quả khảo sát), by the counts that its closing left. */
public class CampaignResult {

    /** How answers are put together; another way of counting is another method, or at least another version. */
    public static final String METHOD = "POOLED";
    public static final int METHOD_VERSION = 1;

    private final Questionnaire questionnaire;
    private final List<AnswerCount> levels;
    private final List<AnswerCount> percents;
    private final List<RespondentCount> turnouts;
    private final long invited;

    public CampaignResult(Questionnaire questionnaire, Collection<AnswerCount> tallies, Collection<RespondentCount> turnouts,
            long invited) {
        this.questionnaire = questionnaire;
        this.levels = ofScale(tallies, Scale.LEVEL);
        this.percents = ofScale(tallies, Scale.PERCENT);
        this.turnouts = List.copyOf(turnouts);
        this.invited = invited;
    }

    private List<AnswerCount> ofScale(Collection<AnswerCount> tallies, Scale scale) {
        Set<String> codes = questionnaire.questions(scale).stream().map(Question::code).collect(Collectors.toSet());
        return tallies.stream().filter(tally -> codes.contains(tally.question())).toList();
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    public long respondents() {
        return sum(RespondentCount::respondents);
    }

    long invited() {
        return invited;
    }

    /** Chỉ số hài lòng toàn diện: who is satisfied with everything that they judged. */
    Proportion comprehensive() {
        return new Proportion(sum(RespondentCount::fullySatisfied), sum(RespondentCount::rating));
    }

    public Satisfaction satisfaction() {
        return Satisfaction.of(levels);
    }

    Satisfaction ofField(String field) {
        Set<String> codes = questionnaire.questions(Scale.LEVEL).stream().filter(question -> field.equals(question.field()))
                .map(Question::code).collect(Collectors.toSet());
        return where(tally -> codes.contains(tally.question()));
    }

    Satisfaction ofQuestion(String question) {
        return where(tally -> tally.question().equals(question));
    }

    Satisfaction ofGroup(String group) {
        return where(tally -> tally.groupCode().equals(group));
    }

    Expectation expectation() {
        return Expectation.of(percents);
    }

    private Satisfaction where(Predicate<AnswerCount> chosen) {
        return Satisfaction.of(levels.stream().filter(chosen).toList());
    }

    private long sum(ToLongFunction<RespondentCount> count) {
        return turnouts.stream().mapToLong(count).sum();
    }
}
