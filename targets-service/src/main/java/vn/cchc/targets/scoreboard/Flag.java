package vn.cchc.targets.scoreboard;

/** A remark on a verdict. */
public enum Flag {
    /** Tạm tính: a report to come will change the result. */
    PROVISIONAL,
    /** Chưa cải thiện: worse than the year before, although the plan requires improvement. */
    NOT_IMPROVING,
    /** Quá hạn: a report is overdue and not handed in. The indicator is then not counted as met. */
    STALE
}
