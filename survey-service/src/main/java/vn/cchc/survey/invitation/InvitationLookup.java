package vn.cchc.survey.invitation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** What the holder of a token may know before answering. */
@ApplicationScoped
public class InvitationLookup {

    private final Invitations invitations;

    InvitationLookup(Invitations invitations) {
        this.invitations = invitations;
    }

    /** @param group null if the invitation has none */
    public record Found(String group, boolean spent) {
    }

    public Optional<Found> find(UUID campaign, String token) {
        return invitations.findByIdOptional(new Invitation.Key(campaign, new InvitationToken(token).hash()))
                .map(invitation -> new Found(invitation.groupCode, invitation.spent));
    }
}
