package vn.cchc.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The status of a unit's report. From reporting-service. It carries no figure: it says which expected reports are handed in,
 * so that a report under review or correction does not count as overdue.
 *
 * @param report id of the report
 * @param regime code of the reporting regime
 * @param period code of the period within the regime
 * @param unit code of the unit
 * @param status DRAFT, AWAITING_UNIT_HEAD, SUBMITTED, ACCEPTED, RETURNED or WITHDRAWN
 * @param reportVersion 1 for the first acceptance, higher for each correction after it
 * @param firstSubmittedAt time of the first valid submission, from which lateness counts; null before it
 * @param changedAt when the report took this status
 * @param version rises with every status change of the report
 * @param acceptedVersion the report version that counts, also while a correction is prepared; null before the first acceptance
 * @param closedAt when the report ended with its unit, so that it is not expected any more; null for all others
 */
public record ReportStatusChanged(UUID report, String regime, String period, String unit, String status, int reportVersion,
        Instant firstSubmittedAt, Instant changedAt, long version, Integer acceptedVersion, Instant closedAt) implements Event {

    public static final String TOPIC = "cchc.reports";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return regime + '|' + period + '|' + unit;
    }
}
