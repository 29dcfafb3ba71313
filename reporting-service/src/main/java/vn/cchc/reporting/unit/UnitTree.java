package vn.cchc.reporting.unit;

/** A tree of units. */
public enum UnitTree {
    /** Who belongs to whom (tổ chức). */
    ORGANISATION,
    /** Who reports to whom (báo cáo). */
    REPORTING
}
