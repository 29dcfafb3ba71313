package vn.cchc.reporting.report;

/** The kind of reason for which a report is returned or corrected, for statistics; a text accompanies it. */
enum ReturnReason {
    WRONG_FIGURE,
    MISSING_EVIDENCE,
    INCOMPLETE_TEXT,
    OTHER
}
