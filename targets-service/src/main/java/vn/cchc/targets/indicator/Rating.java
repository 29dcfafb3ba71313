package vn.cchc.targets.indicator;

/** What a qualitative indicator came to, from the lowest to the highest. */
public enum Rating {
    /** Chưa đạt. */
    NOT_ACHIEVED,
    /** Đạt một phần. */
    PARTLY_ACHIEVED,
    /** Đạt. */
    ACHIEVED
}
