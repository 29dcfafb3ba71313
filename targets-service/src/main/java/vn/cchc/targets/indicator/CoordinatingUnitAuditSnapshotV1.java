package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.UUID;

/** The fields of a co-ordinating unit that the audit trail records: frozen, see {@link IndicatorAuditSnapshotV1}. */
record CoordinatingUnitAuditSnapshotV1(UUID id, String indicator, String unit, LocalDate validFrom, LocalDate validTo) {

    static CoordinatingUnitAuditSnapshotV1 of(CoordinatingUnit of) {
        return new CoordinatingUnitAuditSnapshotV1(of.id, of.indicator.code, of.unit, of.validFrom, of.validTo);
    }
}
