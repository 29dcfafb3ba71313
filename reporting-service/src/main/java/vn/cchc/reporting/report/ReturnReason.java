package vn.cchc.reporting.report;

/** ChangeReason a report is returned, for counting; the reason in words stands beside it. */
enum ReturnReason {
    WRONG_FIGURE,
    MISSING_EVIDENCE,
    INCOMPLETE_TEXT,
    OTHER
}
