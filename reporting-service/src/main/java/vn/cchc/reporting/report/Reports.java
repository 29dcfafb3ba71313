package vn.cchc.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.UnitCode;

@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, UUID> {

    /** The report; the same 404 whether it does not exist or the caller cannot read it. */
    Report require(UUID id, ReportAccess access) {
        return findByIdOptional(id).filter(access::canRead)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REPORT, id));
    }

    /** The report, locked until the end of the transaction. */
    Report requireForUpdate(UUID id, ReportAccess access) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(access::canRead)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REPORT, id));
    }

    Optional<Report> find(ReportKey key) {
        return find("regime = ?1 and period = ?2 and unit = ?3", key.regime().value(), key.period().value(), key.unit().value())
                .firstResultOptional();
    }

    /**
     * The id of the report of this key, or null and a lock that keeps other transactions from creating it. The report is not
     * read before it is locked: an entity that changes in between fails without a comparison with {@code If-Match}.
     */
    UUID findOrLock(ReportKey key) {
        getEntityManager().createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as lock")
                .setParameter("key", key.toString()).getSingleResult();
        return getEntityManager()
                .createQuery("select id from Report where regime = ?1 and period = ?2 and unit = ?3", UUID.class)
                .setParameter(1, key.regime().value()).setParameter(2, key.period().value())
                .setParameter(3, key.unit().value()).getResultStream().findFirst().orElse(null);
    }

    /** @throws ProblemException 409 if there is a report of this key, which others cannot create until the end either */
    void requireNone(ReportKey key) {
        UUID existing = findOrLock(key);
        if (existing != null) {
            throw new ProblemException(ReportingProblem.REPORT_EXISTS, key.unit(), key.period(), key.regime(),
                    existing.toString());
        }
    }

    /** A report counts as accepted while a correction is prepared. */
    List<Report> list(ReportFilter filter, ReportAccess access, Paging paging) {
        return find(
                """
                        id > ?1 and (?2 is null or unit = ?2) and (?3 is null or period = ?3) and (?7 is null or regime = ?7)
                        and (?9 is null or ?9 = true and closure.at is not null or ?9 = false and closure.at is null)
                        and ((acceptedVersion is not null and (?4 is null or ?8 = true))
                          or ((?4 is null or state = ?4) and (?5 = true or unit in ?6))) order by id""",
                paging.afterId(), text(filter.unit), text(filter.period), filter.state, access.all(),
                access.units().stream().map(UnitCode::value).toList(),
                text(filter.regime), filter.state == ReportState.ACCEPTED, filter.closed)
                .page(0, paging.rows()).list();
    }

    Map<ReportState, Long> countByState() {
        return getEntityManager()
                .createQuery("select state, count(*) from Report where closure.at is null group by state", Object[].class)
                .getResultStream().collect(Collectors.toMap(row -> (ReportState) row[0], row -> (Long) row[1]));
    }

    private static String text(Object code) {
        return Objects.toString(code, null);
    }
}
