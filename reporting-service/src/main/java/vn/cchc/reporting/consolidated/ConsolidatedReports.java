package vn.cchc.reporting.consolidated;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

/** Drafts are for reviewers, the director and auditors; all others see a report from its approval on. */
@ApplicationScoped
class ConsolidatedReports implements PanacheRepositoryBase<ConsolidatedReport, UUID> {

    ConsolidatedReport require(UUID id, Actor actor) {
        return findByIdOptional(id).filter(report -> !report.isDraft() || readsDrafts(actor)).orElseThrow(() -> notFound(id));
    }

    /** The report, locked until the end of the transaction. */
    ConsolidatedReport requireForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> notFound(id));
    }

    /** The report of this period, or a lock that keeps other transactions from creating it. */
    ConsolidatedReport findOrLock(String regime, String period) {
        getEntityManager().createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as lock")
                .setParameter("key", "consolidated report " + regime + ' ' + period).getSingleResult();
        return find("regime = ?1 and period = ?2", regime, period).firstResult();
    }

    List<ConsolidatedReport> list(ConsolidatedReportFilter filter, Actor actor, Paging paging) {
        return find("""
                id > ?1 and (?2 is null or regime = ?2) and (?3 is null or period = ?3) and (?4 is null or state = ?4)
                and (?5 = true or state <> vn.cchc.reporting.consolidated.ConsolidatedState.DRAFT) order by id""",
                paging.afterId(), Objects.toString(filter.regime, null), Objects.toString(filter.period, null), filter.state,
                readsDrafts(actor)).page(0, paging.rows()).list();
    }

    private static boolean readsDrafts(Actor actor) {
        return actor.is(Role.REVIEWER) || actor.is(Role.DIRECTOR) || actor.is(Role.AUDITOR);
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.notFound(ResourceType.CONSOLIDATED_REPORT, id);
    }
}
