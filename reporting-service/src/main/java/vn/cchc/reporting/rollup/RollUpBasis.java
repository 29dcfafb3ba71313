package vn.cchc.reporting.rollup;

/** The units whose figures are added. */
enum RollUpBasis {
    /** The unit and the units that stood below it at the end of the period, or at their own end before it. */
    AS_IT_WAS,
    /**
     * The unit and the units that stand below it today, each with all units that were merged into it or from which it was
     * split.
     */
    AS_NOW
}
