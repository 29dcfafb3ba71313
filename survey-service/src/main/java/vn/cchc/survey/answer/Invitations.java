package vn.cchc.survey.answer;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, Invitation.Key> {

    /** Locks the invitation of a token, so that concurrent requests with one token are processed in turn. */
    Optional<Invitation> findForUpdate(UUID campaign, InvitationToken token) {
        return find("campaign = ?1 and tokenHash = ?2", campaign, token.hash()).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    long countOf(UUID campaign) {
        return count("campaign", campaign);
    }
}
