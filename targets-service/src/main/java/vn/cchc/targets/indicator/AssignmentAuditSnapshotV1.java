package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.UUID;

/** The fields of an assignment that the audit trail records: frozen, see {@link IndicatorAuditSnapshotV1}. */
record AssignmentAuditSnapshotV1(UUID id, String indicator, String unit, boolean lead, LocalDate validFrom,
        LocalDate validTo) {

    static AssignmentAuditSnapshotV1 of(Assignment of) {
        return new AssignmentAuditSnapshotV1(of.id, of.indicator.code, of.unit, of.lead, of.validFrom, of.validTo);
    }
}
