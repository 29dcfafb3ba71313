package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.AssignableUnits;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorAdopted;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.unit.ResponsibilityChange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

/** Registers, replaces, issues and closes plans with their targets and indicators, each in one transaction. */
@ApplicationScoped
class PlanRegistration {

    private final Plans plans;
    private final Targets targets;
    private final Indicators indicators;
    private final AssignableUnits units;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final PlanDocuments documents;
    private final Adoptions adoptions;
    private final Periods periods;
    private final ResponsibilityChange responsibility;
    private final Event<IndicatorAdopted> adoption;

    PlanRegistration(Plans plans, Targets targets, Indicators indicators, AssignableUnits units, AuditTrail trail,
            BodyValidator bodies, PlanDocuments documents, Adoptions adoptions, Periods periods,
            ResponsibilityChange responsibility, Event<IndicatorAdopted> adoption) {
        this.plans = plans;
        this.targets = targets;
        this.indicators = indicators;
        this.units = units;
        this.trail = trail;
        this.bodies = bodies;
        this.documents = documents;
        this.adoptions = adoptions;
        this.periods = periods;
        this.responsibility = responsibility;
        this.adoption = adoption;
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

    @Transactional
    boolean isRegistered(PlanCode code) {
        return plans.exists(code);
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
        Plan plan = new Plan(wanted, context.by());
        plans.persist(plan);
        trail.created(wanted, context);
        fill(plan, wanted, context);
        return plan;
    }

    private void fill(Plan plan, NewPlan wanted, ChangeContext context) {
        wanted.targets().forEach(target -> targets.persist(new Target(wanted.code(), target)));
        // The indicators' rows refer to the targets' rows.
        targets.flush();
        indicators.define(plan, wanted.indicators(), context);
        if (plan.isPublished()) {
            plans.published(plan, context);
        }
    }

    /** Replaces all of a draft. */
    @Transactional
    PlanView replace(PlanCode code, NewPlan wanted, ChangeContext context) {
        Plan draft = requireForUpdate(code, context);
        draft.requireDraft();
        NewPlan before = documents.of(draft);
        BodyViolations violations = bodies.constraints(wanted)
                .require(() -> wanted.code().equals(code), () -> Violation.at("/code", TargetsProblem.KEY_DIFFERS, code),
                        "code")
                .require(wanted::isDraft, () -> Violation.at("/draft", TargetsProblem.STAYS_DRAFT));
        // Its own indicators are replaced, so their codes are free.
        indicators.deleteAll(draft);
        targets.ofPlan(code).forEach(targets::delete);
        targets.flush();
        check(wanted, violations).throwIfAny();
        draft.enter(wanted, context.by());
        fill(draft, wanted, context);
        trail.superseded(before, "REPLACE_DRAFT", context, wanted);
        return PlanView.of(draft);
    }

    /** Issues a draft. The plan whose place it takes ends on the day before its first one. */
    @Transactional
    PlanView issue(PlanCode code, Issuance as, ChangeContext context) {
        Plan plan = requireForUpdate(code, context);
        trail.change(plan, "ISSUE", context, () -> plan.issue(as, context.by()));
        if (plan.supersedes != null) {
            giveWay(plans.require(new PlanCode(plan.supersedes)), plan, context);
        }
        indicators.publishAll(plan);
        plans.published(plan, context);
        return PlanView.of(plan);
    }

    private void giveWay(Plan former, Plan successor, ChangeContext context) {
        LocalDate lastDay = successor.validity().from().minusDays(1);
        int year = periods.yearOf(former.regime(), lastDay);
        boolean whole = !periods.year(former.regime(), year).lastDay().isAfter(lastDay);
        List<Indicator> adopting = indicators.ofPlan(successor.code()).stream().filter(Indicator::isAdopted).toList();
        trail.change(former, "GIVE_WAY", context,
                () -> former.giveWayTo(successor, lastDay, whole ? year : year - 1, !adopting.isEmpty()));
        responsibility.of(indicators.units(former, successor), () -> indicators.handOver(former, successor, lastDay));
        adopting.forEach(adopter -> adoption.fire(new IndicatorAdopted(adopter.adopts().orElseThrow(), adopter)));
        indicators.publishAll(former);
    }

    /** Nothing about a closed plan changes any more. */
    @Transactional
    PlanView close(PlanCode code, Closure why, ChangeContext context) {
        Plan plan = requireForUpdate(code, context);
        trail.change(plan, "CLOSE", context.withReason(new ChangeReason(null, why.reason(), why.decisionNumber())),
                plan::close);
        return PlanView.of(plan);
    }

    private Plan requireForUpdate(PlanCode code, ChangeContext context) {
        plans.lock();
        Plan plan = plans.require(code);
        trail.requireMatch(plan, context, () -> PlanView.of(plan));
        return plan;
    }

    private BodyViolations check(NewPlan wanted, BodyViolations violations) {
        wanted.check(violations);
        violations.rule(() -> adoptions.violations(wanted));
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
