package vn.cchc.reporting.unit;

import java.time.LocalDate;

/** The fields of a unit in the audit trail. */
record UnitAuditSnapshotV1(String code, String name, String nameEn, String type, String parent, String agencyCode,
        LocalDate validFrom, LocalDate validTo, String duty, long version) {

    static UnitAuditSnapshotV1 of(Unit unit) {
        return new UnitAuditSnapshotV1(unit.code, unit.name, unit.nameEn, unit.type.name(), unit.parent, unit.agencyCode,
                unit.validFrom, unit.validTo, unit.duty, unit.version);
    }
}
