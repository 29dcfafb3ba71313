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
    private final List<RespondentCount> respondentCounts;
    private final long invited;

    public CampaignResult(Questionnaire questionnaire, Collection<AnswerCount> answerCounts,
            Collection<RespondentCount> respondentCounts,
            long invited) {
        this.questionnaire = questionnaire;
        this.levels = ofScale(answerCounts, Scale.LEVEL);
        this.percents = ofScale(answerCounts, Scale.PERCENT);
        this.respondentCounts = List.copyOf(respondentCounts);
        this.invited = invited;
    }

    private List<AnswerCount> ofScale(Collection<AnswerCount> answerCounts, Scale scale) {
        Set<String> codes = questionnaire.questions(scale).stream().map(Question::code).collect(Collectors.toSet());
        return answerCounts.stream().filter(count -> codes.contains(count.question())).toList();
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

    Satisfaction ofTopic(String topic) {
        Set<String> codes = questionnaire.questions(Scale.LEVEL).stream().filter(question -> topic.equals(question.topic()))
                .map(Question::code).collect(Collectors.toSet());
        return where(count -> codes.contains(count.question()));
    }

    Satisfaction ofQuestion(String question) {
        return where(count -> count.question().equals(question));
    }

    Satisfaction ofGroup(String group) {
        return where(count -> count.groupCode().equals(group));
    }

    Expectation expectation() {
        return Expectation.of(percents);
    }

    private Satisfaction where(Predicate<AnswerCount> chosen) {
        return Satisfaction.of(levels.stream().filter(chosen).toList());
    }

    private long sum(ToLongFunction<RespondentCount> count) {
        return respondentCounts.stream().mapToLong(count).sum();
    }
}
