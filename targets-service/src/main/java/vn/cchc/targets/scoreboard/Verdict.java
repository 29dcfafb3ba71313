package vn.cchc.targets.scoreboard;

import vn.cchc.targets.indicator.Rating;

/** What can be said of an indicator in a year. */
public enum Verdict {
    /** Chưa đến hạn: the first milestone lies ahead. */
    NOT_DUE,
    /** Không còn mốc ràng buộc: the plan gives no figure for this year. */
    NO_MILESTONE,
    /** Đạt. */
    MET,
    /** Chưa đạt. */
    NOT_MET,
    /** Chưa có số liệu: nothing was accepted. */
    NO_DATA,
    /** Không phát sinh: accepted, but there was nothing to count. */
    NO_CASES,
    /** A qualitative indicator rated "chưa đạt". */
    NOT_ACHIEVED,
    /** A qualitative indicator rated "đạt một phần". */
    PARTLY_ACHIEVED,
    /** A qualitative indicator rated "đạt". */
    ACHIEVED;

    static Verdict of(Rating rating) {
        return valueOf(rating.name());
    }
}
