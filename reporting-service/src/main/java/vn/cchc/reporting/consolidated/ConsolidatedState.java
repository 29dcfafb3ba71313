package vn.cchc.reporting.consolidated;

/** The states of a consolidated report. */
enum ConsolidatedState {
    /** Its content can be made anew and edited. */
    DRAFT,
    /** Approved by the director, and frozen. */
    APPROVED,
    /** Sent to its receiver. */
    SENT
}
