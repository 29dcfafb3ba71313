package vn.cchc.reporting.report;

/** What a qualitative indicator came to. */
enum Rating {
    /** Chưa đạt. */
    NOT_ACHIEVED,
    /** Đạt một phần. */
    PARTLY_ACHIEVED,
    /** Đạt. */
    ACHIEVED
}
