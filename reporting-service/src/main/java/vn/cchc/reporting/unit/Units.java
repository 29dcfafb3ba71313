package vn.cchc.reporting.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.SystemActor;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String> {

    private final IdentifierRules identifierRules;
    private final BodyValidator bodies;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Clock clock;

    Units(IdentifierRules identifierRules, BodyValidator bodies, Outbox outbox, AuditTrail trail, ObjectMapper json,
            Clock clock) {
        this.identifierRules = identifierRules;
        this.bodies = bodies;
        this.outbox = outbox;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    List<Unit> list(UnitFilter filter, Paging paging) {
        UnitFilter.Condition condition = filter.condition(paging.after());
        return find(condition.hql(), condition.parameters()).page(0, paging.rows()).list();
    }

    /** The unit, if it existed on a day; 404 otherwise. */
    Unit require(UnitCode code, LocalDate day) {
        return find(code).filter(unit -> unit.life().contains(day))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.UNIT, code));
    }

    /** The codes of a unit and of all units that stand above it in a tree on a day or later. */
    Set<String> upFrom(String code, UnitTree tree, LocalDate date) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                findByIdOptional(next).ifPresent(unit -> unit.parentsFrom(date, tree).forEach(open::push));
            }
        }
        return found;
    }

    /** The units that stand below some units in any tree on a day or later, without these units themselves. */
    List<Unit> belowFrom(Collection<String> codes, LocalDate date) {
        return list("""
                from Unit u where u.code not in ?1 and (u.validTo is null or u.validTo >= ?2)
                and (u.parents is empty and (u.parent in ?1 or u.reportingParent in ?1)
                or exists (select 1 from u.parents p where p.parent in ?1 and (p.validTo is null or p.validTo >= ?2)))
                order by u.code""", codes, date);
    }

    Unit require(UnitCode code) {
        return find(code).orElseThrow(() -> ProblemException.notFound(ResourceType.UNIT, code));
    }

    private Optional<Unit> find(UnitCode code) {
        return findByIdOptional(code.value());
    }

    /** The units of some codes by their codes, as far as they exist, in one statement. */
    public Map<String, UnitLife> lives(Collection<String> codes) {
        return getEntityManager().createQuery("""
                select new vn.cchc.reporting.unit.UnitLife(u.code, u.name, u.validFrom, u.validTo) from Unit u
                where u.code in :codes""", UnitLife.class).setParameter("codes", codes).getResultStream()
                .collect(Collectors.toMap(UnitLife::code, Function.identity()));
    }

    /** The units whose fields are not the facts of today. */
    List<Unit> outdated(LocalDate today) {
        return list("""
                from Unit u where (u.validTo is null or u.validTo >= ?1) and (
                exists (select 1 from u.names n where n.validFrom <= ?1 and (n.validTo is null or n.validTo >= ?1)
                and (n.name <> u.name or n.nameEn <> u.nameEn or n.type <> u.type))
                or exists (select 1 from u.parents p where p.validFrom <= ?1 and (p.validTo is null or p.validTo >= ?1)
                and p.parent is distinct from case p.tree when vn.cchc.reporting.unit.UnitTree.REPORTING then u.reportingParent
                else u.parent end)) order by u.code""", today);
    }

    @Transactional
    UnitView add(NewUnit wanted, ChangeContext context) {
        lock();
        BodyViolations violations = bodies.constraints(wanted);
        if (violations.isEmpty() && find(wanted.key()).isPresent()) {
            throw new ProblemException(ReportingProblem.UNIT_EXISTS, wanted.key());
        }
        check(wanted, violations).throwIfAny();
        Unit unit = new Unit(wanted, clock.instant());
        record(unit, context);
        return UnitView.of(unit);
    }

    private BodyViolations check(NewUnit wanted, BodyViolations violations) {
        String code = Objects.toString(wanted.code(), "");
        return violations
                .rule(() -> parentViolations(wanted), "parent", "reportingParent")
                .rule(() -> identifierRules.violations(code, wanted.identifiers()), "identifiers")
                .rule(() -> identifierRules.violations(code, wanted.agencyCode()), "agencyCode")
                .require(() -> DateRange.isOrdered(wanted.validFrom(), wanted.validTo()),
                        () -> Violation.at("/validTo", ReportingProblem.ENDS_BEFORE_IT_BEGINS), "validFrom", "validTo");
    }

    private List<Violation> parentViolations(NewUnit wanted) {
        List<Violation> violations = new ArrayList<>();
        if (isUnknown(wanted.parent())) {
            violations.add(Violation.at("/parent", ReportingProblem.UNKNOWN_PARENT, wanted.parent()));
        }
        if (isUnknown(wanted.reportingParent()) && !wanted.reportingParent().equals(wanted.parent())) {
            violations.add(Violation.at("/reportingParent", ReportingProblem.UNKNOWN_PARENT, wanted.reportingParent()));
        }
        return violations;
    }

    private boolean isUnknown(String code) {
        return code != null && UnitCode.parse(code).flatMap(this::find).isEmpty();
    }

    /** Loads the Department and the units that the plan names at the first start. */
    @Transactional
    void load(@Observes StartupEvent started, SystemActor system) {
        lock();
        if (count() > 0) {
            return;
        }
        try (InputStream file = Units.class.getResourceAsStream("/units/units.json")) {
            json.readValue(file, new TypeReference<List<NewUnit>>() {
            }).forEach(unit -> record(new Unit(unit, clock.instant()), system.change()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a unit. */
    void record(Unit unit, ChangeContext context) {
        persist(unit);
        flush();
        publish(unit);
        trail.created(unit, context);
    }

    void publish(Unit unit) {
        outbox.add(unit.toEvent());
    }

    /** Serialises the creation and the changes of units: codes are used once, and no two changes make a circle together. */
    void lock() {
        getEntityManager().createNativeQuery("lock table unit in share row exclusive mode").executeUpdate();
    }
}
