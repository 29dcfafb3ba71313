package vn.cchc.survey.answer;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;

/** Answers that fit the questionnaire: each question is known, and each value is on its scale. */
record ValidatedAnswers(String group, Map<String, Integer> scores) {

    /** @param invited group of the invitation; null if it has none */
    static ValidatedAnswers of(NewAnswer given, Questionnaire questionnaire, String invited) {
        ViolationCollector violations = new ViolationCollector();
        String group = given.group() == null ? invited : given.group();
        violations.require(group == null || questionnaire.hasGroup(group), "/group", SurveyProblem.UNKNOWN_GROUP,
                String.valueOf(group));
        violations.require(invited == null || invited.equals(group), "/group", SurveyProblem.GROUP_MISMATCH,
                String.valueOf(invited));
        violations.require(!given.answers().isEmpty(), "/answers", SurveyProblem.NO_ANSWERS);
        // Ordered by code, so that the violations of one body always have the same order.
        new TreeMap<>(given.answers()).forEach((code, value) -> check(violations, questionnaire.question(code), code, value));
        violations.throwIfAny();
        return new ValidatedAnswers(group, given.answers());
    }

    private static void check(ViolationCollector violations, Optional<Question> question, String code, Integer value) {
        String at = JsonPointer.of("answers", code);
        violations.require(question.isPresent(), at, SurveyProblem.UNKNOWN_QUESTION, code);
        question.ifPresent(known -> violations.requireRange(0, known.scale().highest(), value, at));
    }
}
