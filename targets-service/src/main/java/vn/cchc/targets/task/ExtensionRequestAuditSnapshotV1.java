package vn.cchc.targets.task;

import java.time.LocalDate;

/** The fields of a request to extend a deadline that the audit trail records: frozen, see {@link TaskAuditSnapshotV1}. */
record ExtensionRequestAuditSnapshotV1(String task, int number, String unit, LocalDate deadline, LocalDate newDeadline,
        String reason, Boolean granted, String decisionReason) {

    static ExtensionRequestAuditSnapshotV1 of(ExtensionRequest of) {
        return new ExtensionRequestAuditSnapshotV1(of.task, of.number, of.unit, of.deadline, of.newDeadline, of.reason,
                of.granted, of.decisionReason);
    }
}
