package vn.cchc.survey.invitation;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.AuditSnapshots;

class InvitationBatchTest {

    @Test
    void theAuditedFieldsAreFrozen() {
        AuditSnapshots.requireVersionOne(new InvitationBatch(UUID.randomUUID(), 31, null), "count", "group");
    }
}
