package vn.cchc.survey.openlink;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;

@Schema(description = "Input of an open link")
record NewOpenLink(
        @Schema(description = "End of its validity, at most a year ahead", examples = "2025-11-28T10:00:00Z") Instant validUntil,
        @Schema(description = "Most answers that it accepts, 1 to 1,000,000", examples = "2000") Integer maxAnswers,
        @Schema(description = "Most answers that it accepts within an hour, 1 to 100,000", examples = "200", defaultValue = "200") Integer maxPerHour) {

    private static final int MAX_ANSWERS = 1_000_000;
    private static final int MAX_PER_HOUR = 100_000;
    private static final int DEFAULT_PER_HOUR = 200;
    private static final int MAX_DAYS = 366;

    NewOpenLink {
        maxPerHour = maxPerHour == null ? DEFAULT_PER_HOUR : maxPerHour;
    }

    void validate(Instant now) {
        ViolationCollector violations = new ViolationCollector();
        boolean ahead = validUntil != null && validUntil.isAfter(now)
                && validUntil.isBefore(now.plus(MAX_DAYS, ChronoUnit.DAYS));
        violations.require(ahead, "/validUntil", SurveyProblem.NOT_IN_THE_FUTURE);
        violations.requireRange(1, MAX_ANSWERS, maxAnswers, "/maxAnswers");
        violations.requireRange(1, MAX_PER_HOUR, maxPerHour, "/maxPerHour");
        violations.throwIfAny();
    }
}
