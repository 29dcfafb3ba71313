package vn.cchc.targets.indicator;

/** How an indicator's figures lie in time. */
public enum TimeBasis {
    /** Counted inside the period's window. */
    FLOW,
    /** The state on the cut-off day. */
    STOCK,
    /** Compares two spans of years. */
    COMPARISON
}
