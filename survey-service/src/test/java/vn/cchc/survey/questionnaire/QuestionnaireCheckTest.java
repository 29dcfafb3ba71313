package vn.cchc.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cchc.survey.questionnaire.QuestionnaireFixture.level;
import static vn.cchc.survey.questionnaire.QuestionnaireFixture.percent;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.survey.SurveyProblem;

class QuestionnaireCheckTest {

    static final List<String> FILES = QuestionnaireLoader.FILES;

    @ParameterizedTest
    @FieldSource("FILES")
    void whatIsLoadedAtTheStartIsAQuestionnaire(String file) throws IOException {
        var wanted = new ObjectMapper().readValue(getClass().getResourceAsStream("/questionnaires/" + file),
                NewQuestionnaire.class);

        assertThatCode(() -> new QuestionnaireCheck(wanted).violations().refuse()).doesNotThrowAnyException();
        assertThat(wanted.fields()).allSatisfy(field -> assertThat(wanted.questions())
                .filteredOn(question -> field.code().equals(question.field())).hasSizeBetween(2, 4));
    }

    @Test
    void allFaultsAreFoundAtOnce() {
        var wanted = new NewQuestionnaire("giáo dục", "CT01.1", " ", null, List.of(""), List.of(new Field("A", "A", "A")),
                List.of(level("A-1", "B"), level("A-1", null)), List.of(new RespondentGroup(null, "x", "x")));

        assertThat(violations(wanted)).extracting(Violation::pointer, Violation::type).containsExactly(
                tuple("/code", SurveyProblem.MALFORMED_CODE), tuple("/indicator", SurveyProblem.UNKNOWN_INDICATOR),
                tuple("/title", SurveyProblem.MISSING), tuple("/titleEn", SurveyProblem.MISSING),
                tuple("/sources/0", SurveyProblem.MISSING), tuple("/fields/0/code", SurveyProblem.FIELD_WITHOUT_QUESTION),
                tuple("/questions/1/code", SurveyProblem.DUPLICATE_CODE),
                tuple("/questions/0/field", SurveyProblem.UNKNOWN_FIELD),
                tuple("/questions", SurveyProblem.NO_OVERALL_QUESTION), tuple("/groups/0/code", SurveyProblem.MALFORMED_CODE));
    }

    @Test
    void onlyOneQuestionAsksInPercentAndItIsNotTheOverallOne() {
        var overallInPercent = percent(Question.OVERALL);
        var wanted = QuestionnaireFixture.with(List.of(), List.of(percent("EXPECTATION"), overallInPercent));

        assertThat(violations(wanted)).extracting(Violation::type).containsExactly(SurveyProblem.OVERALL_IS_NOT_A_LEVEL,
                SurveyProblem.SECOND_PERCENT_QUESTION);
    }

    @Test
    void whatIsLeftOutIsMissingAndNoSurprise() {
        var nothing = new NewQuestionnaire(null, null, null, null, null, null, null, null);
        var hollow = QuestionnaireFixture.with(List.of(new Field(null, null, null)),
                List.of(new Question(null, null, null, null, null)));

        assertThat(violations(nothing)).hasSize(5);
        assertThat(violations(hollow)).hasSize(7);
    }

    private static List<Violation> violations(NewQuestionnaire wanted) {
        var violations = new QuestionnaireCheck(wanted).violations();
        return catchThrowableOfType(ProblemException.class, violations::refuse).violations();
    }
}
