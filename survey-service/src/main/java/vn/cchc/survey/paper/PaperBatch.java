package vn.cchc.survey.paper;

import java.util.UUID;

import vn.cchc.rest.change.Auditable;

/** Audit record of paper forms that were entered: their number, without what they say. */
record PaperBatch(UUID campaign, int rows, int added) implements Auditable {

    @Override
    public String auditType() {
        return "paper-batch";
    }

    @Override
    public String auditId() {
        return campaign.toString();
    }

    @Override
    public Object auditSnapshot() {
        return PaperBatchAuditSnapshotV1.of(this);
    }
}
