package vn.cchc.survey.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Questionnaire;

@Schema(description = "How many people are to be invited")
record NewInvitations(@Schema(description = "1 to 10,000 at a time", examples = "31") Integer count,
        @Schema(description = "Code of the group to which all of them belong; null when it is not known", examples = "PRIMARY-PARENTS", nullable = true) String group) {

    private static final int MOST = 10_000;

    void mustFit(Questionnaire questionnaire) {
        ViolationCollector violations = new ViolationCollector();
        violations.unlessWithin(1, MOST, count, "/count");
        violations.unless(group == null || questionnaire.hasGroup(group), "/group", SurveyProblem.UNKNOWN_GROUP,
                String.valueOf(group));
        violations.refuse();
    }
}
