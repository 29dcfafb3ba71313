package vn.cchc.targets.plan;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.AssignableUnits;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;

/** Registers a plan with its targets and indicators in one transaction, and publishes an event for each indicator. */
@ApplicationScoped
class PlanRegistration {

    private final Plans plans;
    private final Targets targets;
    private final Indicators indicators;
    private final AssignableUnits units;
    private final AuditTrail trail;
    private final BodyValidator bodies;

    PlanRegistration(Plans plans, Targets targets, Indicators indicators, AssignableUnits units, AuditTrail trail,
            BodyValidator bodies) {
        this.plans = plans;
        this.targets = targets;
        this.indicators = indicators;
        this.units = units;
        this.trail = trail;
        this.bodies = bodies;
    }

    @Transactional
    PlanView register(NewPlan wanted, ChangeContext context) {
        plans.lock();
        BodyViolations violations = bodies.constraints(wanted);
        if (violations.isEmpty() && plans.exists(wanted.code())) {
            throw new ProblemException(TargetsProblem.PLAN_EXISTS, wanted.code());
        }
        check(wanted, violations).throwIfAny();
        return PlanView.of(persist(wanted, context));
    }

    /**
     * Registers a plan that ships with the service, unless it exists. Its units are not checked: they arrive from
     * reporting-service after the start.
     *
     * @return whether it was new
     */
    @Transactional
    boolean registerShipped(NewPlan shipped, ChangeContext context) {
        // Two instances that start at the same time register a plan once.
        plans.lock();
        if (plans.exists(shipped.code())) {
            return false;
        }
        persist(shipped, context);
        return true;
    }

    private Plan persist(NewPlan wanted, ChangeContext context) {
        Plan plan = new Plan(wanted);
        plans.persist(plan);
        trail.created(wanted, context);
        wanted.targets().forEach(target -> targets.persist(new Target(wanted.code(), target)));
        // The indicators' rows refer to the targets' rows.
        targets.flush();
        indicators.define(plan, wanted.indicators(), context);
        return plan;
    }

    private BodyViolations check(NewPlan wanted, BodyViolations violations) {
        wanted.check(violations);
        List<Integer> valid = wanted.validIndicators(violations);
        Set<IndicatorCode> known = indicators.existing(valid.stream().map(i -> wanted.indicators().get(i).code()).toList());
        valid.stream().filter(i -> known.contains(wanted.indicators().get(i).code()))
                .map(i -> Violation.at("/indicators/" + i + "/code", TargetsProblem.INDICATOR_EXISTS,
                        wanted.indicators().get(i).code()))
                .forEach(violations::add);
        return violations.rule(() -> units.violations(valid.stream()
                .map(i -> new AssignableUnits.Wanted(wanted.indicators().get(i).leadUnit(),
                        wanted.indicators().get(i).leadValidity(), "/indicators/" + i + "/leadUnit"))
                .toList()));
    }
}
