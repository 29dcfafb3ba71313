package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The fields of a report in the audit trail since a report can end with its unit. */
record ReportAuditSnapshotV5(@JsonUnwrapped ReportAuditSnapshotV4 earlier, ClosureV5 closure) {

    record ClosureV5(String by, Instant at, String reason, UUID transferredTo) {
    }

    static ReportAuditSnapshotV5 of(Report report) {
        Closure closure = report.closure;
        return new ReportAuditSnapshotV5(ReportAuditSnapshotV4.of(report), closure == null ? null
                : new ClosureV5(closure.by(), closure.at(), closure.reason(), closure.transferredTo()));
    }
}
