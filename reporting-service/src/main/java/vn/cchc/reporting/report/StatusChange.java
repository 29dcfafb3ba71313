package vn.cchc.reporting.report;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One status change of a report: the action, who did it, when, and the reason where one is mandatory. */
@Embeddable
record StatusChange(int number, @Enumerated(EnumType.STRING) Action action, @Enumerated(EnumType.STRING) ReportState state,
        String by,
        Instant at, @Enumerated(EnumType.STRING) ReturnReason reasonCode, String reason) implements Comparable<StatusChange> {

    @Override
    public int compareTo(StatusChange other) {
        return Integer.compare(number, other.number);
    }
}
