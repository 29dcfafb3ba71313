package vn.cchc.reporting.unit;

/** A tree of units. */
enum UnitTree {
    /** Who belongs to whom (tổ chức). */
    ORGANISATION,
    /** Who reports to whom (báo cáo). */
    REPORTING
}
