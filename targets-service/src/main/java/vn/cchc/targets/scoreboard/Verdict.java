package vn.cchc.targets.scoreboard;

import vn.cchc.targets.indicator.Rating;

/** The verdict on an indicator in a reporting year. */
public enum Verdict {
    /** Chưa đến hạn: the first milestone lies ahead. */
    NOT_DUE,
    /** Không còn mốc ràng buộc: no milestone of the plan binds in this year. */
    NO_MILESTONE,
    /** Đạt. */
    MET,
    /** Chưa đạt. */
    NOT_MET,
    /** Chưa có số liệu: nothing was accepted. */
    NO_DATA,
    /** Không phát sinh: accepted, with a denominator of 0. */
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
