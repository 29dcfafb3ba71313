package vn.cchc.reporting.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The fields of an extension in the audit trail. */
record ExtensionAuditSnapshotV1(String regime, String period, List<String> units, LocalDate originalDeadline,
        LocalDate newDeadline, String decisionNumber, LocalDate decisionDate, String signer, String reason, Instant revokedAt,
        String revocationReason) {

    static ExtensionAuditSnapshotV1 of(Extension of) {
        return new ExtensionAuditSnapshotV1(of.regime, of.period, List.copyOf(of.units), of.originalDeadline, of.newDeadline,
                of.decisionNumber, of.decisionDate, of.signer, of.reason, of.revokedAt, of.revocationReason);
    }
}
