package vn.cchc.survey.paper;

/** The fields of a batch of paper forms in the audit trail. */
record PaperBatchAuditSnapshotV1(int rows, int added) {

    static PaperBatchAuditSnapshotV1 of(PaperBatch batch) {
        return new PaperBatchAuditSnapshotV1(batch.rows(), batch.added());
    }
}
