package vn.cchc.reporting.extension;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
class Extensions implements PanacheRepositoryBase<Extension, UUID> {

    private static final String EXPECTED = """
            select unit from expected_report
            where regime = :regime and period = :period and unit = any (cast(:units as text[]))""";

    private static final String EXTENDED = """
            select distinct unit from extension, unnest(units) as unit
            where decision_number = :decision and revoked_at is null and regime = :regime and period = :period
            and unit = any (cast(:units as text[]))""";

    Extension require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound(ResourceType.EXTENSION, id));
    }

    /** The extension, locked until the end of the transaction. */
    Extension requireForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.EXTENSION, id));
    }

    List<Extension> after(ExtensionFilter filter, Paging paging) {
        return find("""
                id > ?1 and (?2 is null or regime = ?2) and (?3 is null or period = ?3)
                and (?4 is null or array_contains(units, cast(?4 as string))) order by id""", paging.afterId(),
                text(filter.regime),
                text(filter.period), text(filter.unit)).page(0, paging.rows()).list();
    }

    /** Those of some units that owe a report for a period. */
    Set<String> expected(Period period, Collection<String> units) {
        return new HashSet<>(getEntityManager().unwrap(Session.class).createNativeQuery(EXPECTED, String.class)
                .setParameter("regime", period.regime().value()).setParameter("period", period.code().value())
                .setParameter("units", units.toArray(String[]::new)).getResultList());
    }

    /** Those of some units that a decision has extended the deadline for already. */
    Set<String> extendedBy(String decisionNumber, Period period, Collection<String> units) {
        return new HashSet<>(getEntityManager().unwrap(Session.class).createNativeQuery(EXTENDED, String.class)
                .setParameter("decision", decisionNumber).setParameter("regime", period.regime().value())
                .setParameter("period", period.code().value()).setParameter("units", units.toArray(String[]::new))
                .getResultList());
    }

    private static String text(Object code) {
        return Objects.toString(code, null);
    }
}
