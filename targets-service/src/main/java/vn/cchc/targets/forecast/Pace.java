package vn.cchc.targets.forecast;

/** Whether an indicator will meet its milestone if it goes on as before (tiến độ). */
enum Pace {
    /** Within the whole interval of the forecast. */
    ON_TRACK,
    /** By the forecast, but not within its whole interval. */
    AT_RISK,
    /** Not by the forecast. */
    OFF_TRACK
}
