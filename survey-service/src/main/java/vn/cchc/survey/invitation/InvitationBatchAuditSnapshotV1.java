package vn.cchc.survey.invitation;

/** The fields of issued invitations in the audit trail. */
record InvitationBatchAuditSnapshotV1(int count, String group) {

    static InvitationBatchAuditSnapshotV1 of(InvitationBatch batch) {
        return new InvitationBatchAuditSnapshotV1(batch.count(), batch.group());
    }
}
