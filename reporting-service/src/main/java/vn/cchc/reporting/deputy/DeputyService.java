package vn.cchc.reporting.deputy;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.scope.ReviewScopes;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Names deputies. */
@ApplicationScoped
class DeputyService {

    private final Deputies deputies;
    private final Units units;
    private final ReviewScopes scopes;
    private final AuditTrail trail;
    private final BodyValidator bodies;

    DeputyService(Deputies deputies, Units units, ReviewScopes scopes, AuditTrail trail, BodyValidator bodies) {
        this.deputies = deputies;
        this.units = units;
        this.scopes = scopes;
        this.trail = trail;
        this.bodies = bodies;
    }

    @Transactional
    DeputyView create(NewDeputy wanted, ChangeContext context) {
        deputies.lock();
        requireValid(wanted, null, context.actor());
        Deputy created = new Deputy(wanted);
        deputies.persistAndFlush(created);
        trail.created(created, decided(wanted, context));
        return DeputyView.of(created);
    }

    @Transactional
    DeputyView change(UUID id, NewDeputy wanted, ChangeContext context) {
        Deputy deputy = requireForUpdate(id, context);
        requireValid(wanted, id, context.actor());
        trail.change(deputy, "CHANGE", decided(wanted, context), () -> deputy.enter(wanted));
        return DeputyView.of(deputy);
    }

    @Transactional
    DeputyView remove(UUID id, ChangeContext context) {
        Deputy deputy = requireForUpdate(id, context);
        trail.change(deputy, "REMOVE", context, deputy::remove);
        return DeputyView.of(deputy);
    }

    private Deputy requireForUpdate(UUID id, ChangeContext context) {
        deputies.lock();
        Deputy deputy = deputies.require(id);
        requireRepresented(deputy.role, deputy.principal, deputy.unit, context.actor());
        trail.requireMatch(deputy, context, () -> DeputyView.of(deputy));
        return deputy;
    }

    private static ChangeContext decided(NewDeputy wanted, ChangeContext context) {
        return context.withReason(new ChangeReason(null, null, wanted.decisionNumber()));
    }

    /** A person names deputies for the own right only, so that no deputy names another one. */
    private static void requireRepresented(DeputyRole role, String principal, String unit, Actor actor) {
        if (actor.is(Role.ADMIN)) {
            return;
        }
        if (!actor.subject().equals(principal)) {
            throw new ProblemException(ReportingProblem.NOT_REPRESENTED);
        }
        if (!actor.is(role.inToken())) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (unit != null && !actor.ownUnits().contains(unit)) {
            throw new ProblemException(CommonProblem.FOREIGN_UNIT, unit);
        }
    }

    private void requireValid(NewDeputy wanted, UUID except, Actor actor) {
        BodyViolations violations = bodies.constraints(wanted);
        if (!violations.areValid("role", "principal", "unit")) {
            violations.throwIfAny();
        }
        requireRepresented(wanted.role(), wanted.principal(), wanted.unit(), actor);
        wanted.check(violations)
                .require(() -> wanted.unit() == null || units.findById(wanted.unit()) != null,
                        () -> Violation.at("/unit", ReportingProblem.UNKNOWN_UNIT, wanted.unit()))
                .require(() -> wanted.reviewScope() == null || scopes.isOf(wanted.principal(), wanted.reviewScope()),
                        () -> Violation.at("/reviewScope", ReportingProblem.UNKNOWN_REVIEW_SCOPE, wanted.reviewScope()))
                .rule(() -> deputies.overlapping(wanted, except).map(other -> Violation.at("/validFrom",
                        ReportingProblem.OVERLAPPING_DEPUTY, other.deputy, other.validFrom, other.validTo)).stream().toList(),
                        "deputy", "validFrom", "validTo")
                .throwIfAny();
    }
}
