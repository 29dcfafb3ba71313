package vn.cchc.survey.retention;

/** What is removed of a campaign after its retention. */
enum RetainedContent {
    ANSWERS("answers", "answer", "answers_removed_at"),
    TEXTS("free-texts", "free_text", "texts_removed_at");

    private final String auditType;
    private final String table;
    private final String removedAt;

    RetainedContent(String auditType, String table, String removedAt) {
        this.auditType = auditType;
        this.table = table;
        this.removedAt = removedAt;
    }

    String auditType() {
        return auditType;
    }

    String table() {
        return table;
    }

    /** The column that tells when it was removed. */
    String removedAt() {
        return removedAt;
    }
}
