package vn.cchc.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;

class ValidatedAnswersTest {

    private static final String PARENTS = "PRIMARY-PARENTS";

    private final Questionnaire questionnaire = QuestionnaireFixture.education();

    @Test
    void levelsAndPercentagesOnTheirScalesAreAccepted() {
        Map<String, Integer> given = Map.of("OVERALL", 5, "ACCESS-1", 0, "EXPECTATION", 100);

        assertThat(ValidatedAnswers.of(answer(given, null), questionnaire, null)).isEqualTo(new ValidatedAnswers(null, given));
    }

    @Test
    void everyViolationIsReported() {
        Map<String, Integer> given = new HashMap<>(Map.of("ACCESS-1", 6, "ACCESS-2", -1, "EXPECTATION", 101, "a/b~c", 3));
        given.put("OVERALL", null);

        assertThat(violations(answer(given, "TEACHERS"), null)).extracting(Violation::pointer, Violation::type).containsExactly(
                tuple("/group", SurveyProblem.UNKNOWN_GROUP), tuple("/answers/ACCESS-1", SurveyProblem.OUT_OF_RANGE),
                tuple("/answers/ACCESS-2", SurveyProblem.OUT_OF_RANGE),
                tuple("/answers/EXPECTATION", SurveyProblem.OUT_OF_RANGE),
                tuple("/answers/OVERALL", SurveyProblem.OUT_OF_RANGE),
                tuple("/answers/a~1b~0c", SurveyProblem.UNKNOWN_QUESTION));
    }

    @Test
    void anEmptyAnswerIsRefused() {
        assertThat(violations(answer(null, null), null)).extracting(Violation::type)
                .containsExactly(SurveyProblem.NO_ANSWERS);
    }

    @Test
    void theRespondentHasTheGroupOfTheInvitation() {
        Map<String, Integer> given = Map.of("OVERALL", 5);

        assertThat(ValidatedAnswers.of(answer(given, null), questionnaire, PARENTS).group()).isEqualTo(PARENTS);
        assertThat(violations(answer(given, "UPPER-SECONDARY-PUPILS"), PARENTS)).extracting(Violation::type)
                .containsExactly(SurveyProblem.GROUP_MISMATCH);
    }

    private static NewAnswer answer(Map<String, Integer> given, String group) {
        return new NewAnswer("token", given, group);
    }

    private List<Violation> violations(NewAnswer given, String invited) {
        return catchThrowableOfType(ProblemException.class, () -> ValidatedAnswers.of(given, questionnaire, invited))
                .violations();
    }
}
