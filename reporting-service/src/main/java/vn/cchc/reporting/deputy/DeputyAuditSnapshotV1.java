package vn.cchc.reporting.deputy;

import java.time.LocalDate;
import java.util.UUID;

/** The fields of a deputy in the audit trail. */
record DeputyAuditSnapshotV1(String role, String principal, String deputy, String unit, UUID reviewScope, LocalDate validFrom,
        LocalDate validTo, String decisionNumber, boolean removed, long version) {

    static DeputyAuditSnapshotV1 of(Deputy of) {
        return new DeputyAuditSnapshotV1(of.role.name(), of.principal, of.deputy, of.unit, of.reviewScope, of.validFrom,
                of.validTo,
                of.decisionNumber, of.removed, of.version);
    }
}
