package vn.cchc.reporting.indicator;

/** The days to which an indicator's figures refer. */
enum TimeBasis {
    /** All days of the period. */
    FLOW,
    /** The cut-off day. */
    STOCK,
    /** Two spans of years that are compared. */
    COMPARISON
}
