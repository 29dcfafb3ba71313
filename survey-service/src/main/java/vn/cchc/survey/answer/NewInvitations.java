package vn.cchc.survey.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Questionnaire;

@Schema(description = "Input of new invitations")
record NewInvitations(@Schema(description = "Number of invitations, 1 to 10,000", examples = "31") Integer count,
        @Schema(description = "Code of the group of respondents; null if unknown", examples = "PRIMARY-PARENTS", nullable = true) String group) {

    private static final int MAX_COUNT = 10_000;

    void validate(Questionnaire questionnaire) {
        ViolationCollector violations = new ViolationCollector();
        violations.requireRange(1, MAX_COUNT, count, "/count");
        violations.require(group == null || questionnaire.hasGroup(group), "/group", SurveyProblem.UNKNOWN_GROUP,
                String.valueOf(group));
        violations.throwIfAny();
    }
}
