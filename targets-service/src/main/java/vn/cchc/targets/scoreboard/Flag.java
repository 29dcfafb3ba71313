package vn.cchc.targets.scoreboard;

/** What stands beside a verdict. */
public enum Flag {
    /** Tạm tính: figures that are still to come will replace a part of it, or a unit is missing. */
    PROVISIONAL,
    /** Chưa cải thiện: lower than the year before although the plan asks for improvement. */
    NOT_IMPROVING,
    /** Quá hạn: the report that should stand behind it is overdue; it overrides green. */
    STALE
}
