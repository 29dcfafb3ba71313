package vn.cchc.targets.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.unit.ResponsibilityChanged;
import vn.cchc.values.DateRange;

@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

    private final Indicators indicators;
    private final AssignableUnits units;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Event<ResponsibilityChanged> changes;

    Assignments(Indicators indicators, AssignableUnits units, Outbox outbox, AuditTrail trail,
            Event<ResponsibilityChanged> changes) {
        this.indicators = indicators;
        this.units = units;
        this.outbox = outbox;
        this.trail = trail;
        this.changes = changes;
    }

    List<Assignment> after(UUID id, int rows) {
        return find("id > ?1 order by id", id).page(0, rows).list();
    }

    @Transactional
    AssignmentView add(NewAssignment wanted, ChangeContext context) {
        Indicator indicator = indicators.findForUpdate(wanted.indicator()).orElse(null);
        List<Violation> violations = violations(wanted, indicator);
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        if (indicator.isAssigned(wanted.unit(), wanted.validity())) {
            throw new ProblemException(TargetsProblem.ALREADY_ASSIGNED, wanted.indicator(), wanted.unit());
        }
        Assignment assignment = new Assignment(indicator, wanted.unit(), false, wanted.validity());
        persist(assignment);
        indicator.reassigned(Stream.concat(indicator.assignments.stream(), Stream.of(assignment)).toList());
        outbox.add(indicator.asEvent());
        trail.created(assignment, context);
        changes.fire(new ResponsibilityChanged(assignment.unit()));
        return AssignmentView.of(assignment);
    }

    private List<Violation> violations(NewAssignment wanted, Indicator indicator) {
        List<Violation> violations = new ArrayList<>();
        if (indicator == null) {
            violations.add(Violation.at("/indicator", TargetsProblem.UNKNOWN_INDICATOR, wanted.indicator()));
        } else if (indicator.type == IndicatorType.SURVEY) {
            violations.add(Violation.at("/indicator", TargetsProblem.NOT_REPORTED, wanted.indicator()));
        }
        DateRange days = wanted.endsBeforeItBegins() ? DateRange.UNBOUNDED : wanted.validity();
        violations.addAll(units.violations(List.of(new AssignableUnits.Wanted(wanted.unit(), days, "/unit"))));
        if (wanted.endsBeforeItBegins()) {
            violations.add(Violation.at("/validTo", TargetsProblem.ENDS_BEFORE_IT_BEGINS));
        }
        return violations;
    }
}
