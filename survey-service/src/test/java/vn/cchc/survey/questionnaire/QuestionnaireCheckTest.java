package vn.cchc.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cchc.survey.questionnaire.QuestionnaireFixture.level;
import static vn.cchc.survey.questionnaire.QuestionnaireFixture.percent;
import static vn.cchc.survey.questionnaire.QuestionnaireFixture.question;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.values.IndicatorCode;

class QuestionnaireCheckTest {

    static final List<String> FILES = QuestionnaireLoader.FILES;

    private static final Set<IndicatorCode> SURVEY_INDICATORS = Set.of(new IndicatorCode("CT14"), new IndicatorCode("CT15"),
            new IndicatorCode("CT16"));

    @ParameterizedTest
    @FieldSource("FILES")
    void theShippedQuestionnairesAreValid(String file) throws IOException {
        var request = new ObjectMapper().readValue(getClass().getResourceAsStream("/questionnaires/" + file),
                NewQuestionnaire.class);

        assertThatCode(() -> new QuestionnaireCheck(request, SURVEY_INDICATORS).violations().throwIfAny())
                .doesNotThrowAnyException();
        assertThat(request.topics()).allSatisfy(topic -> assertThat(request.questions())
                .filteredOn(question -> topic.code().equals(question.topic())).hasSizeBetween(2, 4));
    }

    @Test
    void allViolationsAreReportedTogether() {
        var request = new NewQuestionnaire("giáo dục", new IndicatorCode("CT01.1"), " ", null, List.of(""),
                List.of(new Topic("A", "A", "A")),
                List.of(level("A-1", "B"), level("A-1", null)), List.of(new RespondentGroup(null, "x", "x")));

        assertThat(violations(request)).extracting(Violation::pointer, Violation::type).containsExactly(
                tuple("/code", SurveyProblem.MALFORMED_CODE), tuple("/indicator", SurveyProblem.UNKNOWN_INDICATOR),
                tuple("/title", SurveyProblem.MISSING), tuple("/titleEn", SurveyProblem.MISSING),
                tuple("/sources/0", SurveyProblem.MISSING), tuple("/topics/0/code", SurveyProblem.TOPIC_WITHOUT_QUESTION),
                tuple("/questions/1/code", SurveyProblem.DUPLICATE_CODE),
                tuple("/questions/0/topic", SurveyProblem.UNKNOWN_TOPIC),
                tuple("/questions", SurveyProblem.OVERALL_QUESTION_MISSING),
                tuple("/groups/0/code", SurveyProblem.MALFORMED_CODE));
    }

    @Test
    void atMostOneQuestionIsInPercentAndItIsNotTheOverallQuestion() {
        var overallInPercent = percent(Question.OVERALL);
        var request = QuestionnaireFixture.with(List.of(), List.of(percent("EXPECTATION"), overallInPercent));

        assertThat(violations(request)).extracting(Violation::type).containsExactly(SurveyProblem.OVERALL_SCALE_NOT_LEVEL,
                SurveyProblem.MULTIPLE_PERCENT_QUESTIONS);
    }

    @Test
    void sectionsConditionsAndBoundsOfEveryScaleAreAccepted() {
        assertThatCode(() -> new QuestionnaireCheck(QuestionnaireFixture.newEveryScale(), SURVEY_INDICATORS).violations()
                .throwIfAny()).doesNotThrowAnyException();
    }

    @Test
    void conditionsAndBoundsThatCannotHoldAreReportedTogether() {
        Condition later = new Condition("LATER", List.of(1));
        List<Question> questions = List.of(
                question(Question.OVERALL, Scale.LEVEL, "S", false, null, null),
                question("A", Scale.NUMBER, null, false, later, 0),
                question("B", Scale.YES_NO, "NONE", false, new Condition("A", List.of(1)), 1),
                question("C", Scale.TEXT, null, false, new Condition("B", List.of(1, 2)), null),
                new Question("D", null, Scale.TEXT, "D", "D", " ", null, false, new Condition("B", List.of()), null, null, 501),
                question("LATER", Scale.YES_NO, null, false, null, null));
        var request = new NewQuestionnaire("Q", null, "Q", "Q", null, null, questions, null, " ",
                List.of(new Section("S", "S", "S", null, new Condition("B", List.of(0))),
                        new Section("EMPTY", "S", null, null, null)));

        assertThat(violations(request)).extracting(Violation::pointer, Violation::type).containsExactly(
                tuple("/titleKm", SurveyProblem.MISSING),
                tuple("/sections/0/condition/question", SurveyProblem.CONDITION_NOT_ON_EARLIER_QUESTION),
                tuple("/sections/1/titleEn", SurveyProblem.MISSING),
                tuple("/sections/1/code", SurveyProblem.SECTION_WITHOUT_QUESTION),
                tuple("/questions/0/condition", SurveyProblem.OVERALL_QUESTION_CONDITIONAL),
                tuple("/questions/1/max", SurveyProblem.MAX_BELOW_MIN),
                tuple("/questions/1/condition/question", SurveyProblem.CONDITION_NOT_ON_EARLIER_QUESTION),
                tuple("/questions/2/section", SurveyProblem.UNKNOWN_SECTION),
                tuple("/questions/2/min", SurveyProblem.BOUND_NOT_APPLICABLE),
                tuple("/questions/2/max", SurveyProblem.BOUND_NOT_APPLICABLE),
                tuple("/questions/2/condition/question", SurveyProblem.CONDITION_WITHOUT_CHOICES),
                tuple("/questions/3/condition/values/1", SurveyProblem.OUT_OF_RANGE),
                tuple("/questions/4/textKm", SurveyProblem.MISSING),
                tuple("/questions/4/maxLength", SurveyProblem.OUT_OF_RANGE),
                tuple("/questions/4/condition/values", SurveyProblem.MISSING));
    }

    @Test
    void aQuestionnaireHasAtMostTenOpenQuestions() {
        List<Question> questions = Stream.concat(Stream.of(level(Question.OVERALL, null)), IntStream.range(0, 11)
                .mapToObj(i -> question("T-" + i, Scale.TEXT, null, false, null, null))).toList();

        assertThat(violations(QuestionnaireFixture.with(List.of(), questions))).extracting(Violation::type)
                .containsExactly(SurveyProblem.TOO_MANY_TEXT_QUESTIONS);
    }

    @Test
    void missingValuesAreViolations() {
        var nothing = new NewQuestionnaire(null, null, null, null, null, null, null, null);
        var hollow = QuestionnaireFixture.with(List.of(new Topic(null, null, null)),
                List.of(new Question(null, null, null, null, null)));

        assertThat(violations(nothing)).hasSize(4);
        assertThat(violations(hollow)).hasSize(7);
    }

    private static List<Violation> violations(NewQuestionnaire request) {
        var violations = new QuestionnaireCheck(request, SURVEY_INDICATORS).violations();
        return catchThrowableOfType(ProblemException.class, violations::throwIfAny).violations();
    }
}
