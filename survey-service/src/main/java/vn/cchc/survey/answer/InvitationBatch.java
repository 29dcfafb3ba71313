package vn.cchc.survey.answer;

import java.util.Map;
import java.util.UUID;

import vn.cchc.ledger.audit.Audited;

/** The trail knows how many people were invited, never by which tokens. */
record InvitationBatch(UUID campaign, int count, String group) implements Audited {

    @Override
    public String auditedAs() {
        return "invitations";
    }

    @Override
    public String auditedId() {
        return campaign.toString();
    }

    @Override
    public Object auditedState() {
        return group == null ? Map.of("count", count) : Map.of("count", count, "group", group);
    }
}
