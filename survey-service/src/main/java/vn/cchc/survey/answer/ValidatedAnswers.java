package vn.cchc.survey.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.text.StorableText;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.freetext.FreeTextScreening;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.stratum.StratumCodes;

/**
 * Answers that fit the questionnaire: each question is known and asked, each value is on its scale, and no obligatory answer is
 * missing.
 *
 * @param texts screened
 */
public record ValidatedAnswers(String group, Map<String, Integer> scores, Map<String, String> texts) {

    /** @param invited stratum of the invitation; null if it has none */
    public static ValidatedAnswers of(NewAnswer given, Questionnaire questionnaire, StratumCodes strata, String invited) {
        ViolationCollector violations = new ViolationCollector();
        given.choice().addViolations(violations, strata);
        given.choice().requireMatch(violations, invited);
        String group = given.choice().code() == null ? invited : given.choice().code();
        Map<String, String> texts = texts(given);
        violations.require(!given.answers().isEmpty() || !texts.isEmpty(), "/answers", SurveyProblem.NO_ANSWERS);
        // Ordered by code, so that the violations of one body always have the same order.
        new TreeMap<>(given.answers()).forEach((code, value) -> check(violations, questionnaire.question(code), code, value));
        new TreeMap<>(texts).forEach((code, text) -> check(violations, questionnaire.question(code), code, text));
        questionnaire.questions().forEach(question -> {
            boolean answered = given.answers().containsKey(question.code()) || texts.containsKey(question.code());
            checkPresence(violations, question, questionnaire.asks(question, given.answers()), answered);
        });
        violations.throwIfAny();
        texts.replaceAll((code, text) -> FreeTextScreening.screen(text, questionnaire.question(code).orElseThrow().longest()));
        return new ValidatedAnswers(group, given.answers(), texts);
    }

    /** Without those that show nothing. */
    private static Map<String, String> texts(NewAnswer given) {
        Map<String, String> texts = new HashMap<>();
        given.texts().forEach((code, text) -> {
            if (text != null && !StorableText.isBlank(text)) {
                texts.put(code, text);
            }
        });
        return texts;
    }

    private static void check(ViolationCollector violations, Optional<Question> question, String code, Integer value) {
        String at = JsonPointer.of("answers", code);
        violations.require(question.isPresent(), at, SurveyProblem.UNKNOWN_QUESTION, code);
        question.ifPresent(known -> {
            if (known.scale() == Scale.TEXT) {
                violations.require(false, at, SurveyProblem.WRONG_ANSWER_MEMBER, code, "texts");
            } else {
                violations.requireRange(known.lowest(), known.highest(), value, at);
            }
        });
    }

    private static void check(ViolationCollector violations, Optional<Question> question, String code, String text) {
        String at = JsonPointer.of("texts", code);
        violations.require(question.isPresent(), at, SurveyProblem.UNKNOWN_QUESTION, code);
        question.ifPresent(known -> {
            violations.require(known.scale() == Scale.TEXT, at, SurveyProblem.WRONG_ANSWER_MEMBER, code, "answers");
            violations.require(text.length() <= known.longest(), at, SurveyProblem.TOO_LONG, String.valueOf(known.longest()));
            violations.require(StorableText.isStorable(text), at, SurveyProblem.UNREADABLE_TEXT);
        });
    }

    private static void checkPresence(ViolationCollector violations, Question question, boolean asked, boolean answered) {
        String at = JsonPointer.of(question.scale() == Scale.TEXT ? "texts" : "answers", question.code());
        violations.require(asked || !answered, at, SurveyProblem.QUESTION_NOT_ASKED, question.code());
        violations.require(!asked || answered || !question.obligatory(), at, SurveyProblem.MISSING);
    }

    /** Without the answers, which must not appear in a log. */
    @Override
    public String toString() {
        return "validated answers";
    }
}
