package vn.cchc.reporting.report;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The fields of a report in the audit trail since a return can reopen single fields: those of version 2, which are frozen, too.
 */
record ReportAuditSnapshotV3(@JsonUnwrapped ReportAuditSnapshotV2 earlier, List<String> reopened) {

    static ReportAuditSnapshotV3 of(Report report) {
        return new ReportAuditSnapshotV3(ReportAuditSnapshotV2.of(report), report.history().reopened().names());
    }
}
