package vn.cchc.survey.answer;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, String> {

    /**
     * The invitation to a campaign for which a token stands; of several who bring it at once, one is served after the other.
     */
    Optional<Invitation> findForUpdate(UUID campaign, InvitationToken token) {
        return findByIdOptional(token.hash(), LockModeType.PESSIMISTIC_WRITE)
                .filter(invitation -> invitation.campaign.equals(campaign));
    }

    long countOf(UUID campaign) {
        return count("campaign", campaign);
    }
}
