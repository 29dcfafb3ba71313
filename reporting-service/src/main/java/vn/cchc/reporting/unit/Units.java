package vn.cchc.reporting.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String> {

    private final Outbox outbox;
    private final AuditTrail trail;
    private final ObjectMapper json;

    Units(Outbox outbox, AuditTrail trail, ObjectMapper json) {
        this.outbox = outbox;
        this.trail = trail;
        this.json = json;
    }

    Unit require(UnitCode code) {
        return find(code).orElseThrow(() -> ProblemException.notFound(ResourceType.UNIT, code));
    }

    private Optional<Unit> find(UnitCode code) {
        return findByIdOptional(code.value());
    }

    @Transactional
    UnitView add(NewUnit wanted, ChangeContext context) {
        lock();
        if (find(wanted.key()).isPresent()) {
            throw new ProblemException(ReportingProblem.UNIT_EXISTS, wanted.key());
        }
        List<Violation> violations = violations(wanted);
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        return UnitView.of(record(wanted, context));
    }

    private List<Violation> violations(NewUnit wanted) {
        List<Violation> violations = new ArrayList<>();
        if (wanted.parent() != null && UnitCode.parse(wanted.parent()).flatMap(this::find).isEmpty()) {
            violations.add(Violation.at("/parent", ReportingProblem.UNKNOWN_PARENT, wanted.parent()));
        }
        if (wanted.agencyCode() != null && count("agencyCode", wanted.agencyCode()) > 0) {
            violations.add(Violation.at("/agencyCode", ReportingProblem.AGENCY_CODE_TAKEN, wanted.agencyCode()));
        }
        if (!DateRange.isOrdered(wanted.validFrom(), wanted.validTo())) {
            violations.add(Violation.at("/validTo", ReportingProblem.ENDS_BEFORE_IT_BEGINS));
        }
        return violations;
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
            }).forEach(unit -> record(unit, system.change()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Unit record(NewUnit wanted, ChangeContext context) {
        Unit unit = new Unit(wanted);
        persist(unit);
        flush();
        outbox.add(unit.toEvent());
        trail.created(unit, context);
        return unit;
    }

    /** Serialises the creation of units, so that each code and each agency code is used once. */
    private void lock() {
        getEntityManager().createNativeQuery("lock table unit in share row exclusive mode").executeUpdate();
    }
}
