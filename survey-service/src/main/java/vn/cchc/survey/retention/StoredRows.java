package vn.cchc.survey.retention;

import java.util.UUID;

import vn.cchc.rest.change.Auditable;

/** What is stored of the answers to a campaign, for the audit trail: only how much. */
final class StoredRows implements Auditable {

    /** The fields in the audit trail. */
    record AuditSnapshotV1(long rows) {
    }

    private final RetainedContent content;
    private final UUID campaign;
    private long rows;

    StoredRows(RetainedContent content, UUID campaign, long rows) {
        this.content = content;
        this.campaign = campaign;
        this.rows = rows;
    }

    void remove() {
        rows = 0;
    }

    @Override
    public String auditType() {
        return content.auditType();
    }

    @Override
    public String auditId() {
        return campaign.toString();
    }

    @Override
    public Object auditSnapshot() {
        return new AuditSnapshotV1(rows);
    }
}
