package vn.cchc.survey.campaign;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.indicator.Indicators;

@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    private final Indicators indicators;

    Campaigns(Indicators indicators) {
        this.indicators = indicators;
    }

    CampaignView view(Campaign campaign) {
        return CampaignView.of(campaign, indicators.findByIdOptional(campaign.questionnaire().indicator()));
    }

    public Campaign require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("campaign", id));
    }

    /** Nobody else changes it, and no answer comes in, until the transaction ends. */
    Campaign requireForUpdate(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> ProblemException.notFound("campaign", id));
    }

    /** It stays in its state until the transaction ends, for everybody who asks so. */
    public Optional<Campaign> findForShare(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_READ);
    }

    // By a query of the campaign alone: a find joins its questionnaire, locks in a second step, and fails now and then when
    // many do it at once (ConcurrentModificationException in Hibernate's FollowOnLockingAction).
    private Optional<Campaign> locked(UUID id, LockModeType mode) {
        return find("id", id).withLock(mode).firstResultOptional();
    }

    /** The oldest first. */
    List<Campaign> matching(CampaignFilter filter, UUID after, int rows) {
        return find("""
                from Campaign c join fetch c.questionnaire q
                where c.id > ?1 and c.year = coalesce(?2, c.year) and q.indicator = coalesce(?3, q.indicator)
                and c.state = coalesce(?4, c.state) order by c.id""", after, filter.year, filter.indicator, filter.state)
                .page(0, rows).list();
    }
}
