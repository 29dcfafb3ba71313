package vn.cchc.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cchc.survey.questionnaire.QuestionnaireFixture.level;
import static vn.cchc.survey.questionnaire.QuestionnaireFixture.percent;

import java.io.IOException;
import java.util.List;
import java.util.Set;

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
    void missingValuesAreViolations() {
        var nothing = new NewQuestionnaire(null, null, null, null, null, null, null, null);
        var hollow = QuestionnaireFixture.with(List.of(new Topic(null, null, null)),
                List.of(new Question(null, null, null, null, null)));

        assertThat(violations(nothing)).hasSize(5);
        assertThat(violations(hollow)).hasSize(7);
    }

    private static List<Violation> violations(NewQuestionnaire request) {
        var violations = new QuestionnaireCheck(request, SURVEY_INDICATORS).violations();
        return catchThrowableOfType(ProblemException.class, violations::throwIfAny).violations();
    }
}
