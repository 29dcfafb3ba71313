package vn.cchc.survey.campaign;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.survey.indicator.Indicator;
import vn.cchc.survey.indicator.Indicators;
import vn.cchc.survey.result.CampaignTables;
import vn.cchc.survey.result.SuppressionConfig;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    private final Indicators indicators;
    private final PublishedResults published;
    private final SuppressionConfig suppression;

    Campaigns(Indicators indicators, PublishedResults published, SuppressionConfig suppression) {
        this.indicators = indicators;
        this.published = published;
        this.suppression = suppression;
    }

    CampaignView view(Campaign campaign) {
        return view(campaign, campaign.indicator().flatMap(indicators::find));
    }

    private CampaignView view(Campaign campaign, Optional<Indicator> indicator) {
        return CampaignView.of(campaign, indicator, suppression.minRespondents());
    }

    /** Adds a campaign, and the tables for its invitations and answers. */
    void add(Campaign campaign) {
        persist(campaign);
        getEntityManager().createNativeQuery("select create_answer_tables(:campaign)", Object.class)
                .setParameter("campaign", campaign.id()).getSingleResult();
    }

    /** Removes a campaign without invitations, and its tables. */
    void remove(Campaign campaign) {
        // First, because it needs the locks of tables from which the other deletes.
        getEntityManager().createNativeQuery("select drop_answer_tables(:campaign)", Object.class)
                .setParameter("campaign", campaign.id()).getSingleResult();
        delete(campaign);
    }

    /** Whether somebody was invited, by an open link as well. */
    boolean hasInvitations(UUID id) {
        return (Boolean) getEntityManager().createNativeQuery("""
                select exists (select from %s) or exists (select from open_link where campaign = :campaign)"""
                .formatted(CampaignTables.name("invitation", id)), Boolean.class)
                .setParameter("campaign", id).getSingleResult();
    }

    /** The codes of the strata for which invitations have been issued. */
    Set<String> invitedStrata(UUID id) {
        return Set.copyOf(getEntityManager().unwrap(Session.class)
                .createNativeQuery("select stratum from stratum_intake where campaign = :campaign and stratum <> ''",
                        String.class)
                .setParameter("campaign", id).getResultList());
    }

    /**
     * The codes of the strata that the result of a closed campaign hides, also the result as it was published: an earlier
     * program may have hidden others.
     */
    public Set<String> hiddenStrata(Campaign campaign) {
        Set<String> hidden = new HashSet<>(campaign.hiddenStrata(suppression.minRespondents()));
        published.findByIdOptional(campaign.id()).ifPresent(each -> hidden.addAll(each.result().hiddenStrata()));
        return hidden;
    }

    List<UUID> dueToOpen(LocalDate today) {
        return ids("state = DRAFT and windowEnforced and opensOn <= :today and (closesOn is null or closesOn >= :today)",
                today);
    }

    List<UUID> dueToClose(LocalDate today) {
        return ids("state = OPEN and windowEnforced and closesOn < :today", today);
    }

    List<UUID> dueToCount() {
        return getEntityManager().createQuery("select id from Campaign where countingSince is not null order by countingSince",
                UUID.class).getResultList();
    }

    private List<UUID> ids(String condition, LocalDate today) {
        return getEntityManager().createQuery("select id from Campaign where " + condition + " order by id", UUID.class)
                .setParameter("today", today).getResultList();
    }

    /** Prevents concurrent publications until the end of the transaction. */
    void lockSeries() {
        getEntityManager().createNativeQuery("lock table campaign in share row exclusive mode").executeUpdate();
    }

    ResultSeries seriesOf(Campaign campaign) {
        Integer latest = getEntityManager().createQuery("""
                select max(resultVersion) from Campaign
                where indicator = :indicator and year = :year and method = :method""", Integer.class)
                .setParameter("indicator", campaign.indicator).setParameter("year", campaign.year)
                .setParameter("method", campaign.method().name()).getSingleResult();
        PlanCode plan = campaign.indicator().flatMap(indicators::find).map(Indicator::plan).orElse(null);
        return new ResultSeries(campaign.indicator().orElse(null), plan, campaign.year, latest == null ? 0 : latest);
    }

    public Campaign require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
    }

    /** Locks the campaign exclusively until the end of the transaction; no answer is stored meanwhile. */
    Campaign requireForUpdate(UUID id) {
        return locked(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
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
    Page<CampaignView> list(CampaignFilter filter, Paging paging) {
        List<Campaign> found = matching(filter, paging.afterId(), paging.rows());
        Map<IndicatorCode, Indicator> named = indicators
                .findAll(found.stream().map(Campaign::indicator).flatMap(Optional::stream).distinct().toList());
        return Page.of(found, paging, campaign -> campaign.id.toString(),
                campaign -> view(campaign, campaign.indicator().map(named::get)));
    }

    private List<Campaign> matching(CampaignFilter filter, UUID after, int rows) {
        return find("""
                from Campaign c join fetch c.questionnaire
                where c.id > ?1 and c.year = coalesce(?2, c.year) and (cast(?3 as string) is null or c.indicator = ?3)
                and c.state = coalesce(?4, c.state) order by c.id""", after, filter.year,
                filter.indicator == null ? null : filter.indicator.value(), filter.state)
                .page(0, rows).list();
    }
}
