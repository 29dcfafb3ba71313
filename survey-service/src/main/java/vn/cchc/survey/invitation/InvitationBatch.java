package vn.cchc.survey.invitation;

import java.util.UUID;

import vn.cchc.rest.change.Auditable;

/** Audit record of issued invitations: the number and the stratum, without tokens. */
public record InvitationBatch(UUID campaign, int count, String group) implements Auditable {

    @Override
    public String auditType() {
        return "invitations";
    }

    @Override
    public String auditId() {
        return campaign.toString();
    }

    @Override
    public Object auditSnapshot() {
        return InvitationBatchAuditSnapshotV1.of(this);
    }
}
