package vn.cchc.targets.indicator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.unit.ResponsibilityChange;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

    private final Indicators indicators;
    private final AssignableUnits units;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final ResponsibilityChange responsibility;

    Assignments(Indicators indicators, AssignableUnits units, AuditTrail trail, BodyValidator bodies,
            ResponsibilityChange responsibility) {
        this.indicators = indicators;
        this.units = units;
        this.trail = trail;
        this.bodies = bodies;
        this.responsibility = responsibility;
    }

    List<Assignment> after(UUID id, int rows) {
        return find("from Assignment a join fetch a.indicator i join fetch i.plan where a.id > ?1 order by a.id", id)
                .page(0, rows).list();
    }

    @Transactional
    AssignmentView add(NewAssignment wanted, ChangeContext context) {
        Indicator indicator = wanted.indicator() == null ? null : indicators.findForUpdate(wanted.indicator()).orElse(null);
        requireValid(wanted, indicator);
        indicator.plan.requireOpen();
        Assignment assignment = new Assignment(indicator, wanted.unit(), wanted.isLead(), wanted.validity());
        requireFree(indicator, assignment, wanted.validity());
        responsibility.of(Set.of(assignment.unit()), () -> persist(assignment));
        indicator.reassigned(Stream.concat(indicator.assignments.stream(), Stream.of(assignment)).toList());
        indicators.publish(indicator);
        trail.created(assignment, context);
        return AssignmentView.of(assignment);
    }

    @Transactional
    AssignmentView changeDays(UUID id, AssignmentDays wanted, ChangeContext context) {
        Indicator indicator = find("select indicator.code from Assignment where id = ?1", id).project(String.class)
                .firstResultOptional().flatMap(code -> indicators.findForUpdate(new IndicatorCode(code)))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.ASSIGNMENT, id));
        Assignment assignment = findById(id);
        trail.requireMatch(assignment, context, () -> AssignmentView.of(assignment));
        indicator.plan.requireOpen();
        List<Violation> violations = violations(wanted, assignment.unit());
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        requireFree(indicator, assignment, wanted.validity());
        responsibility.of(Set.of(assignment.unit()),
                () -> trail.change(assignment, "CHANGE_DAYS", context, () -> assignment.holdFor(wanted.validity())));
        indicator.reassigned(List.copyOf(indicator.assignments));
        indicators.publish(indicator);
        return AssignmentView.of(assignment);
    }

    private List<Violation> violations(AssignmentDays wanted, UnitCode unit) {
        if (wanted.endBeforeTheyBegin()) {
            return List.of(Violation.at("/validTo", TargetsProblem.ENDS_BEFORE_IT_BEGINS));
        }
        return units.violations(List.of(new AssignableUnits.Wanted(unit, wanted.validity(), "/validFrom")));
    }

    /** A unit has one assignment to an indicator on a day, and an indicator one lead. */
    private static void requireFree(Indicator indicator, Assignment assignment, DateRange days) {
        if (indicator.isAssigned(assignment.unit(), days, assignment)) {
            throw new ProblemException(TargetsProblem.ALREADY_ASSIGNED, indicator.code(), assignment.unit());
        }
        Optional<UnitCode> other = assignment.lead ? indicator.otherLead(days, assignment) : Optional.empty();
        if (other.isPresent()) {
            throw new ProblemException(TargetsProblem.ALREADY_LED, indicator.code(), other.get());
        }
    }

    private void requireValid(NewAssignment wanted, Indicator indicator) {
        DateRange days = wanted.endsBeforeItBegins() ? DateRange.UNBOUNDED : wanted.validity();
        bodies.constraints(wanted)
                .require(() -> indicator != null,
                        () -> Violation.at("/indicator", TargetsProblem.UNKNOWN_INDICATOR, wanted.indicator()), "indicator")
                .require(() -> indicator == null || indicator.type != IndicatorType.SURVEY || wanted.isLead(),
                        () -> Violation.at("/indicator", TargetsProblem.NOT_REPORTED, wanted.indicator()), "indicator")
                .rule(() -> units.violations(List.of(new AssignableUnits.Wanted(wanted.unit(), days, "/unit"))), "unit")
                .require(() -> !wanted.endsBeforeItBegins(),
                        () -> Violation.at("/validTo", TargetsProblem.ENDS_BEFORE_IT_BEGINS))
                .throwIfAny();
    }
}
