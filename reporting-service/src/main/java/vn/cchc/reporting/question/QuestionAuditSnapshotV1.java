package vn.cchc.reporting.question;

/** The fields of a question in the audit trail, without authors and times, which each entry contains. */
record QuestionAuditSnapshotV1(String report, int number, String field, String text, String answer) {
}
