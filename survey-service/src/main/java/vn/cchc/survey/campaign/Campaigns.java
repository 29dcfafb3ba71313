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

    /** Locks the campaign exclusively until the end of the transaction; no answer is stored meanwhile. */
    Campaign requireForUpdate(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> ProblemException.notFound("campaign", id));
    }

    /** Locks the campaign in shared mode until the end of the transaction, so that its state stays. */
    public Optional<Campaign> findForShare(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_READ);
    }

    // A query of the campaign alone. A find joins the questionnaire, locks in a second statement, and sometimes fails under
    // concurrency (ConcurrentModificationException in Hibernate's FollowOnLockingAction).
    private Optional<Campaign> locked(UUID id, LockModeType mode) {
        return find("id", id).withLock(mode).firstResultOptional();
    }

    /** Ordered by creation, oldest first. */
    List<Campaign> matching(CampaignFilter filter, UUID after, int rows) {
        return find("""
                from Campaign c join fetch c.questionnaire q
                where c.id > ?1 and c.year = coalesce(?2, c.year) and q.indicator = coalesce(?3, q.indicator)
                and c.state = coalesce(?4, c.state) order by c.id""", after, filter.year, filter.indicator, filter.state)
                .page(0, rows).list();
    }
}
