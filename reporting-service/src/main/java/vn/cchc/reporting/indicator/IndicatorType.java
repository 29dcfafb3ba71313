package vn.cchc.reporting.indicator;

/** What an indicator measures. */
enum IndicatorType {
    RATIO,
    /** Negative if spending rose. */
    REDUCTION,
    /** Measured by surveys, never reported by units. */
    SURVEY,
    /** A rating with a statement instead of numbers. */
    QUALITATIVE
}
