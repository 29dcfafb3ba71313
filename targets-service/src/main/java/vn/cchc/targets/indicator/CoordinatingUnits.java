package vn.cchc.targets.indicator;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.values.IndicatorCode;

/** The units that work with the lead units. Other services do not need them, because they report nothing. */
@ApplicationScoped
class CoordinatingUnits implements PanacheRepositoryBase<CoordinatingUnit, UUID> {

    private final Indicators indicators;
    private final AssignableUnits units;
    private final BodyValidator bodies;
    private final AuditTrail trail;

    CoordinatingUnits(Indicators indicators, AssignableUnits units, BodyValidator bodies, AuditTrail trail) {
        this.indicators = indicators;
        this.units = units;
        this.bodies = bodies;
        this.trail = trail;
    }

    List<CoordinatingUnit> page(Indicator indicator, Paging paging) {
        return find("indicator = ?1 and id > ?2 order by id", indicator, paging.afterId()).page(0, paging.rows()).list();
    }

    CoordinatingUnit require(IndicatorCode indicator, UUID id) {
        return find("id = ?1 and indicator.code = ?2", id, indicator.value()).firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound(ResourceType.ASSIGNMENT, id));
    }

    @Transactional
    CoordinatingUnitView add(IndicatorCode code, NewCoordinatingUnit wanted, ChangeContext context) {
        Indicator indicator = requireForUpdate(code);
        requireValid(wanted);
        CoordinatingUnit unit = new CoordinatingUnit(indicator, wanted.unit(), wanted.days());
        requireFree(indicator, unit);
        persistAndFlush(unit);
        trail.created(unit, context);
        return CoordinatingUnitView.of(unit);
    }

    @Transactional
    CoordinatingUnitView change(IndicatorCode code, UUID id, NewCoordinatingUnit wanted, ChangeContext context) {
        Indicator indicator = requireForUpdate(code);
        CoordinatingUnit unit = require(code, id);
        trail.requireMatch(unit, context, () -> CoordinatingUnitView.of(unit));
        bodies.constraints(wanted).require(() -> wanted.unit().equals(unit.unit()),
                () -> Violation.at("/unit", TargetsProblem.KEY_DIFFERS, unit.unit), "unit").throwIfAny();
        requireValid(wanted);
        trail.change(unit, "CHANGE_DAYS", context, () -> unit.holdFor(wanted.days()));
        requireFree(indicator, unit);
        return CoordinatingUnitView.of(unit);
    }

    private Indicator requireForUpdate(IndicatorCode code) {
        Indicator indicator = indicators.findForUpdate(code)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.INDICATOR, code));
        indicator.plan.requireOpen();
        return indicator;
    }

    private void requireValid(NewCoordinatingUnit wanted) {
        bodies.constraints(wanted)
                .rule(() -> units.violations(List.of(new AssignableUnits.Wanted(wanted.unit(), wanted.days(), "/unit"))),
                        "unit")
                .require(() -> !wanted.endsBeforeItBegins(),
                        () -> Violation.at("/validTo", TargetsProblem.ENDS_BEFORE_IT_BEGINS))
                .throwIfAny();
    }

    /** A unit has one part in an indicator on a day: it leads, reports or co-ordinates. */
    private void requireFree(Indicator indicator, CoordinatingUnit unit) {
        boolean coordinates = list("indicator = ?1 and unit = ?2", indicator, unit.unit).stream()
                .anyMatch(other -> other != unit && other.validity().overlaps(unit.validity()));
        if (coordinates || indicator.isAssigned(unit.unit(), unit.validity(), null)) {
            throw new ProblemException(TargetsProblem.ALREADY_ASSIGNED, indicator.code(), unit.unit());
        }
    }
}
