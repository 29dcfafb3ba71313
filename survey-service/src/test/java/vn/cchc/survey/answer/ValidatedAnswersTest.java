package vn.cchc.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.stratum.StratumCodes;

class ValidatedAnswersTest {

    private static final String PARENTS = "PRIMARY-PARENTS";

    private static final Questionnaire EVERY_SCALE = QuestionnaireFixture.everyScale();

    private final Questionnaire questionnaire = QuestionnaireFixture.education();
    private final StratumCodes strata = StratumCodes.ofGroups(questionnaire);

    @Test
    void levelsAndPercentagesOnTheirScalesAreAccepted() {
        Map<String, Integer> given = Map.of("OVERALL", 5, "ACCESS-1", 0, "EXPECTATION", 100);

        assertThat(ValidatedAnswers.of(answer(given, null), questionnaire, strata, null))
                .isEqualTo(new ValidatedAnswers(null, given, Map.of()));
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

        assertThat(ValidatedAnswers.of(answer(given, null), questionnaire, strata, PARENTS).group()).isEqualTo(PARENTS);
        assertThat(violations(answer(given, "UPPER-SECONDARY-PUPILS"), PARENTS)).extracting(Violation::type)
                .containsExactly(SurveyProblem.GROUP_MISMATCH);
    }

    @Test
    void everyScaleIsAcceptedWithinItsBounds() {
        ValidatedAnswers answers = ValidatedAnswers.of(
                every(Map.of("ONLINE", 1, "ONLINE-EASY", 2, "VISITS", 50),
                        Map.of("WHY", "gọi 0912 345 678", "SUGGESTION", " ")),
                EVERY_SCALE, StratumCodes.ofGroups(EVERY_SCALE), null);

        assertThat(answers.scores()).isEqualTo(Map.of("ONLINE", 1, "ONLINE-EASY", 2, "VISITS", 50));
        assertThat(answers.texts()).isEqualTo(Map.of("WHY", "gọi [đã xóa]"));
    }

    @Test
    void whatIsMissingNotAskedOrOutOfItsBoundsIsReportedTogether() {
        assertThat(faults(every(Map.of("ONLINE", 1, "VISITS", 0, "SUGGESTION", 3),
                Map.of("WHY", "x".repeat(21), "VISITS", "ba", "SUGGESTION", "a\u0000b", "NONE", "?"))))
                .containsExactly(tuple("/answers/SUGGESTION", SurveyProblem.WRONG_ANSWER_MEMBER),
                        tuple("/answers/VISITS", SurveyProblem.OUT_OF_RANGE),
                        tuple("/texts/NONE", SurveyProblem.UNKNOWN_QUESTION),
                        tuple("/texts/SUGGESTION", SurveyProblem.UNREADABLE_TEXT),
                        tuple("/texts/VISITS", SurveyProblem.WRONG_ANSWER_MEMBER),
                        tuple("/texts/WHY", SurveyProblem.TOO_LONG),
                        tuple("/answers/ONLINE-EASY", SurveyProblem.MISSING),
                        tuple("/texts/WHY", SurveyProblem.QUESTION_NOT_ASKED));
    }

    @Test
    void anObligatoryQuestionIsMissingOnlyWhereItIsAsked() {
        assertThat(faults(every(Map.of("OVERALL", 5), Map.of())))
                .containsExactly(tuple("/answers/ONLINE", SurveyProblem.MISSING));
        assertThat(ValidatedAnswers
                .of(every(Map.of("ONLINE", 0), Map.of()), EVERY_SCALE, StratumCodes.ofGroups(EVERY_SCALE), null).scores())
                .hasSize(1);
        assertThat(faults(every(Map.of("ONLINE", 0, "ONLINE-EASY", 1), Map.of("WHY", "x"))))
                .containsExactly(tuple("/answers/ONLINE-EASY", SurveyProblem.QUESTION_NOT_ASKED),
                        tuple("/texts/WHY", SurveyProblem.QUESTION_NOT_ASKED));
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        assertThat(faults(every(Map.of("ONLINE", 0), Map.of("SUGGESTION", "a\uD83D"))))
                .containsExactly(tuple("/texts/SUGGESTION", SurveyProblem.UNREADABLE_TEXT));
    }

    private static NewAnswer every(Map<String, Integer> answers, Map<String, String> texts) {
        return new NewAnswer("token", answers, null, texts, null);
    }

    private static List<Tuple> faults(NewAnswer given) {
        return catchThrowableOfType(ProblemException.class,
                () -> ValidatedAnswers.of(given, EVERY_SCALE, StratumCodes.ofGroups(EVERY_SCALE), null)).violations()
                .stream().map(violation -> tuple(violation.pointer(), violation.type())).toList();
    }

    private static NewAnswer answer(Map<String, Integer> given, String group) {
        return new NewAnswer("token", given, group);
    }

    private List<Violation> violations(NewAnswer given, String invited) {
        return catchThrowableOfType(ProblemException.class, () -> ValidatedAnswers.of(given, questionnaire, strata, invited))
                .violations();
    }
}
