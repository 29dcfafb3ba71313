package vn.cchc.reporting.report;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;

@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, UUID> {

    /** The report, or the same refusal whether it is not there or not for these eyes. */
    Report require(UUID id, ReportAccess sight) {
        return findByIdOptional(id).filter(sight::covers).orElseThrow(() -> ProblemException.notFound("report", id));
    }

    /** The report, kept for this transaction alone. */
    Report requireForChange(UUID id, ReportAccess sight) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(sight::covers)
                .orElseThrow(() -> ProblemException.notFound("report", id));
    }

    /** Holds everybody else from beginning the same report until the transaction ends. */
    Report findOrLock(NewReport wanted) {
        getEntityManager().createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:turn, 0))) as turn")
                .setParameter("turn", String.join(" ", wanted.regime(), wanted.period(), wanted.unit())).getSingleResult();
        return find("regime = ?1 and period = ?2 and unit = ?3", wanted.regime(), wanted.period(), wanted.unit()).firstResult();
    }

    List<Report> list(ReportFilter filter, ReportAccess sight, Paging paging) {
        return find("""
                id > ?1 and (?2 is null or unit = ?2) and (?3 is null or period = ?3) and (?4 is null or state = ?4)
                and (?5 = true or unit in ?6 or state = vn.cchc.reporting.report.ReportState.ACCEPTED) order by id""",
                paging.afterId(), filter.unit, filter.period, filter.state, sight.all(), sight.units())
                .page(0, paging.rows()).list();
    }
}
