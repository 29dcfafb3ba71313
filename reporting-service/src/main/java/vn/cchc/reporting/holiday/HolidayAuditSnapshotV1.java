package vn.cchc.reporting.holiday;

import java.time.LocalDate;

/** The fields of a holiday in the audit trail. */
record HolidayAuditSnapshotV1(LocalDate date, String type, String name, String nameEn, String source, String documentNumber,
        boolean confirmed, boolean removed, long version) {

    static HolidayAuditSnapshotV1 of(Holiday day) {
        return new HolidayAuditSnapshotV1(day.date, day.type.name(), day.name, day.nameEn, day.source, day.documentNumber,
                day.confirmed, day.removed, day.version);
    }
}
