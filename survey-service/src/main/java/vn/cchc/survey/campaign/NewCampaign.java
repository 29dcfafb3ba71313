package vn.cchc.survey.campaign;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;

@Schema(description = "A campaign as it is to be")
record NewCampaign(
        @Schema(description = "Code of the questionnaire; the campaign keeps its latest version", examples = "EDUCATION") String questionnaire,
        @Schema(description = "The year for which the result counts, 2021 to 2100", examples = "2025") Integer year,
        @Schema(examples = "Khảo sát sự hài lòng về dịch vụ giáo dục công lập năm 2025") String title,
        @Schema(description = "When it is planned to open", nullable = true) LocalDate opensOn,
        @Schema(description = "Last day on which it is planned to be open", nullable = true) LocalDate closesOn,
        @Schema(description = "How many respondents are planned", examples = "400", nullable = true) Integer plannedSample) {

    /** The plan's targets begin then. */
    private static final int FIRST_YEAR = 2021;
    private static final int LAST_YEAR = 2100;
    private static final int LARGEST_SAMPLE = 10_000_000;

    boolean namesQuestionnaire() {
        return questionnaire != null && !questionnaire.isBlank();
    }

    ViolationCollector violations() {
        ViolationCollector violations = new ViolationCollector();
        violations.unlessText(questionnaire, "/questionnaire");
        violations.unlessWithin(FIRST_YEAR, LAST_YEAR, year, "/year");
        violations.unlessText(title, "/title");
        violations.unless(opensOn == null || closesOn == null || !closesOn.isBefore(opensOn), "/closesOn",
                SurveyProblem.ENDS_BEFORE_IT_BEGINS);
        if (plannedSample != null) {
            violations.unlessWithin(1, LARGEST_SAMPLE, plannedSample, "/plannedSample");
        }
        return violations;
    }
}
