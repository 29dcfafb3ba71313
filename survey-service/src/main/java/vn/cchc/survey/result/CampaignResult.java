package vn.cchc.survey.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.RespondentGroup;
import vn.cchc.survey.questionnaire.Scale;

/** The result of a campaign (kết quả khảo sát), computed from the counts that its closing stored, or of those before. */
public class CampaignResult {

    /** How answers are aggregated; another way of counting is another method, or at least another version. */
    public static final String METHOD = "POOLED";
    public static final int METHOD_VERSION = 1;

    private static final String UNGROUPED = "";

    private final Questionnaire questionnaire;
    private final List<AnswerCount> levels;
    private final List<AnswerCount> percents;
    private final List<AnswerCount> yesNo;
    private final List<NumberSum> numberSums;
    private final List<RespondentCount> respondentCounts;
    private final Invited invited;
    private final boolean interim;

    public CampaignResult(Questionnaire questionnaire, Collection<AnswerCount> answerCounts,
            Collection<RespondentCount> respondentCounts, Collection<NumberSum> numberSums, Invited invited) {
        this(questionnaire, answerCounts, respondentCounts, numberSums, invited, false);
    }

    private CampaignResult(Questionnaire questionnaire, Collection<AnswerCount> answerCounts,
            Collection<RespondentCount> respondentCounts, Collection<NumberSum> numberSums, Invited invited, boolean interim) {
        this.questionnaire = questionnaire;
        this.levels = ofScale(answerCounts, Scale.LEVEL);
        this.percents = ofScale(answerCounts, Scale.PERCENT);
        this.yesNo = ofScale(answerCounts, Scale.YES_NO);
        this.numberSums = List.copyOf(numberSums);
        this.respondentCounts = List.copyOf(respondentCounts);
        this.invited = invited;
        this.interim = interim;
    }

    /** Of the answers that are counted so far; without groups and response rate, which are known at the end. */
    public static CampaignResult interim(Questionnaire questionnaire, Collection<AnswerCount> answerCounts,
            Collection<RespondentCount> respondentCounts, Collection<NumberSum> numberSums) {
        return new CampaignResult(questionnaire, answerCounts, respondentCounts, numberSums, Invited.NOBODY, true);
    }

    private List<AnswerCount> ofScale(Collection<AnswerCount> answerCounts, Scale scale) {
        Set<String> codes = questionnaire.questions(scale).stream().map(Question::code).collect(Collectors.toSet());
        return answerCounts.stream().filter(count -> codes.contains(count.question())).toList();
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    public RespondentCount respondents() {
        return respondentCounts.stream().reduce(new RespondentCount(UNGROUPED, 0, 0, 0, 0, 0, 0, 0), RespondentCount::plus);
    }

    boolean isInterim() {
        return interim;
    }

    Invited invited() {
        return invited;
    }

    /** Whether too few people gave a level for anything to be shown. */
    public boolean isSuppressed(int minRespondents) {
        return respondents().rating() < minRespondents;
    }

    /** Chỉ số hài lòng toàn diện: respondents who are satisfied with everything that they rated. */
    Proportion fullySatisfied() {
        return new Proportion(respondents().fullySatisfied(), respondents().rating());
    }

    public Satisfaction satisfaction() {
        return Satisfaction.of(levels);
    }

    public Interval interval() {
        return Interval.of(satisfaction().rate(), respondents());
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

    /** Those who answered yes, of those who answered. */
    Proportion yes(String question) {
        List<AnswerCount> given = yesNo.stream().filter(count -> count.question().equals(question)).toList();
        return new Proportion(given.stream().filter(count -> count.value() == 1).mapToLong(AnswerCount::answers).sum(),
                given.stream().mapToLong(AnswerCount::answers).sum());
    }

    NumberSum numbers(String question) {
        return numberSums.stream().filter(sum -> sum.question().equals(question))
                .reduce(new NumberSum(UNGROUPED, question, 0, 0), NumberSum::plus);
    }

    Set<String> suppressedGroups(int minRespondents) {
        List<Cell> groups = questionnaire.groups().stream().map(RespondentGroup::code).map(this::groupCell).toList();
        return SuppressedGroups.of(groups, groupCell(UNGROUPED), minRespondents);
    }

    SuppressedQuestions suppressedQuestions(int minRespondents) {
        Map<String, List<Cell>> byTopic = questionnaire.questions(Scale.LEVEL).stream()
                .collect(Collectors.groupingBy(question -> question.topic() == null ? "" : question.topic(),
                        Collectors.mapping(question -> new Cell(question.code(), ofQuestion(question.code()).people()),
                                Collectors.toList())));
        return new SuppressedQuestions(byTopic, minRespondents);
    }

    private Cell groupCell(String group) {
        return new Cell(group, respondentCounts.stream().filter(count -> count.groupCode().equals(group))
                .mapToLong(RespondentCount::rating).sum());
    }

    private Satisfaction where(Predicate<AnswerCount> chosen) {
        return Satisfaction.of(levels.stream().filter(chosen).toList());
    }
}
