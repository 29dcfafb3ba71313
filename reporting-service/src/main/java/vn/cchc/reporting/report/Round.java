package vn.cchc.reporting.report;

/**
 * A round of review: a submission, and its return, acceptance or withdrawal.
 *
 * @param opensVersion whether it is the first round of its version
 * @param outcome null while the report is under review
 */
record Round(int number, int version, boolean opensVersion, StatusChange submission, StatusChange outcome) {
}
