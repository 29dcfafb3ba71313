package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One status change of a report: the action, who did it, when, and the reason where one is mandatory.
 *
 * @param reopened the names of the only fields that can be changed afterwards; empty if the change restricts nothing
 * @param onBehalfOf the person as whose deputy it was done; null for the actor's own right
 */
@Embeddable
record StatusChange(int number, @Enumerated(EnumType.STRING) Action action, @Enumerated(EnumType.STRING) ReportState state,
        String by, Instant at, @Enumerated(EnumType.STRING) ReturnReason reasonCode, String reason,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> reopened, String onBehalfOf) implements Comparable<StatusChange> {

    StatusChange {
        // Null in the rows of an earlier release.
        reopened = reopened == null ? List.of() : List.copyOf(reopened);
    }

    @Override
    public int compareTo(StatusChange other) {
        return Integer.compare(number, other.number);
    }
}
