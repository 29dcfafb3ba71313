package vn.cchc.reporting.report;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One step of a report's way: what was done, by whom, when, and why where a reason is asked. */
@Embeddable
record Step(int number, @Enumerated(EnumType.STRING) Action action, @Enumerated(EnumType.STRING) ReportState state, String by,
        Instant at, @Enumerated(EnumType.STRING) ReturnReason reasonCode, String reason) implements Comparable<Step> {

    @Override
    public int compareTo(Step other) {
        return Integer.compare(number, other.number);
    }
}
