package vn.cchc.survey.campaign;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.text.StorableText;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.values.DateRange;

@Schema(description = "Input of a new campaign")
record NewCampaign(
        @Schema(description = "Code of the questionnaire; the campaign keeps the latest version", examples = "EDUCATION") String questionnaire,
        @Schema(description = "The year for which the result counts, 2021 to 2099", examples = "2025") Integer year,
        @Schema(examples = "Khảo sát sự hài lòng về dịch vụ giáo dục công lập năm 2025") String title,
        @Schema(description = "Planned first day", nullable = true) LocalDate opensOn,
        @Schema(description = "Planned last day", nullable = true) LocalDate closesOn,
        @Schema(description = "Planned number of respondents", examples = "400", nullable = true) Integer plannedSample) {

    /** First year of the plan's targets. */
    private static final int FIRST_YEAR = 2021;
    /** The last year of which the syntax of a period code allows. */
    private static final int LAST_YEAR = 2099;
    private static final int MAX_SAMPLE = 10_000_000;

    boolean namesQuestionnaire() {
        return questionnaire != null && !StorableText.isBlank(questionnaire);
    }

    ViolationCollector violations() {
        ViolationCollector violations = new ViolationCollector();
        violations.requireText(questionnaire, "/questionnaire");
        violations.requireRange(FIRST_YEAR, LAST_YEAR, year, "/year");
        violations.requireText(title, "/title");
        violations.require(DateRange.isOrdered(opensOn, closesOn), "/closesOn",
                SurveyProblem.ENDS_BEFORE_IT_BEGINS);
        if (plannedSample != null) {
            violations.requireRange(1, MAX_SAMPLE, plannedSample, "/plannedSample");
        }
        return violations;
    }
}
