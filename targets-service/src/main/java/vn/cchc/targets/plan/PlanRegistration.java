package vn.cchc.targets.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.AssignableUnits;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.indicator.NewIndicator;
import vn.cchc.values.IndicatorCode;

/** Registers a plan with its targets and indicators in one transaction, and publishes an event for each indicator. */
@ApplicationScoped
class PlanRegistration {

    private final Plans plans;
    private final Targets targets;
    private final Indicators indicators;
    private final AssignableUnits units;
    private final AuditTrail trail;

    PlanRegistration(Plans plans, Targets targets, Indicators indicators, AssignableUnits units, AuditTrail trail) {
        this.plans = plans;
        this.targets = targets;
        this.indicators = indicators;
        this.units = units;
        this.trail = trail;
    }

    @Transactional
    PlanView register(NewPlan wanted, ChangeContext context) {
        plans.lock();
        if (plans.exists(wanted.code())) {
            throw new ProblemException(TargetsProblem.PLAN_EXISTS, wanted.code());
        }
        List<Violation> violations = violations(wanted);
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
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

    private List<Violation> violations(NewPlan wanted) {
        List<Violation> violations = new ArrayList<>(wanted.violations());
        List<NewIndicator> rows = wanted.indicators();
        Set<IndicatorCode> known = indicators.existing(rows.stream().map(NewIndicator::code).toList());
        IntStream.range(0, rows.size()).filter(i -> known.contains(rows.get(i).code()))
                .mapToObj(i -> Violation.at("/indicators/" + i + "/code", TargetsProblem.INDICATOR_EXISTS, rows.get(i).code()))
                .forEach(violations::add);
        violations.addAll(units.violations(IntStream.range(0, rows.size())
                .mapToObj(i -> new AssignableUnits.Wanted(rows.get(i).leadUnit(), rows.get(i).leadValidity(),
                        "/indicators/" + i + "/leadUnit"))
                .toList()));
        return violations;
    }
}
