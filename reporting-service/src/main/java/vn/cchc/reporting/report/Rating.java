package vn.cchc.reporting.report;

/** The rating of a qualitative indicator. */
public enum Rating {
    /** Chưa đạt. */
    NOT_ACHIEVED,
    /** Đạt một phần. */
    PARTLY_ACHIEVED,
    /** Đạt. */
    ACHIEVED
}
