package vn.cchc.reporting.pending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A submitted report that waits for its review.
 *
 * @param version 1, or higher for a correction
 * @param departmentDeadline last day on which the Department's report for the period is on time
 */
record PendingReport(UUID id, String regime, String period, String unit, String unitName, int version, Instant submittedAt,
        LocalDate departmentDeadline) {

    /** A correction begins after the Department's report, so that its deadline does not bind it. */
    LocalDate due() {
        return version == 1 ? departmentDeadline : null;
    }
}
