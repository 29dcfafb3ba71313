package vn.cchc.targets.indicator;

/** The result of a qualitative indicator, from the lowest to the highest. */
public enum Rating {
    /** Chưa đạt. */
    NOT_ACHIEVED,
    /** Đạt một phần. */
    PARTLY_ACHIEVED,
    /** Đạt. */
    ACHIEVED
}
