package vn.cchc.reporting.scope;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;

/** Limits reviewers to units or indicators. */
@ApplicationScoped
class ReviewScopeService {

    private final ReviewScopes scopes;
    private final Units units;
    private final Indicators indicators;
    private final AuditTrail trail;
    private final BodyValidator bodies;

    ReviewScopeService(ReviewScopes scopes, Units units, Indicators indicators, AuditTrail trail, BodyValidator bodies) {
        this.scopes = scopes;
        this.units = units;
        this.indicators = indicators;
        this.trail = trail;
        this.bodies = bodies;
    }

    @Transactional
    ReviewScopeView create(NewReviewScope wanted, ChangeContext context) {
        requireValid(wanted);
        ReviewScope scope = new ReviewScope(wanted);
        scopes.persistAndFlush(scope);
        trail.created(scope, context);
        return ReviewScopeView.of(scope);
    }

    @Transactional
    ReviewScopeView change(UUID id, NewReviewScope wanted, ChangeContext context) {
        ReviewScope scope = requireForUpdate(id, context);
        requireValid(wanted);
        trail.change(scope, "CHANGE", context, () -> scope.enter(wanted));
        return ReviewScopeView.of(scope);
    }

    @Transactional
    ReviewScopeView remove(UUID id, ChangeContext context) {
        ReviewScope scope = requireForUpdate(id, context);
        trail.change(scope, "REMOVE", context, scope::remove);
        return ReviewScopeView.of(scope);
    }

    private ReviewScope requireForUpdate(UUID id, ChangeContext context) {
        scopes.lock();
        ReviewScope scope = scopes.require(id);
        trail.requireMatch(scope, context, () -> ReviewScopeView.of(scope));
        return scope;
    }

    private void requireValid(NewReviewScope wanted) {
        BodyViolations violations = bodies.constraints(wanted);
        violations
                .require(() -> !(wanted.units().isEmpty() && wanted.indicators().isEmpty()),
                        () -> Violation.at("/units", ReportingProblem.EMPTY_REVIEW_SCOPE))
                .rule(() -> unknown("units", ReportingProblem.UNKNOWN_UNIT, wanted.units(), violations,
                        codes -> units.lives(codes).keySet()))
                .rule(() -> unknown("indicators", ReportingProblem.UNKNOWN_INDICATOR, wanted.indicators(), violations,
                        codes -> indicators.findByCodes(codes).stream().map(found -> found.code().value())
                                .collect(Collectors.toSet())))
                .require(() -> DateRange.isOrdered(wanted.validFrom(), wanted.validTo()),
                        () -> Violation.at("/validTo", ReportingProblem.ENDS_BEFORE_IT_BEGINS), "validFrom", "validTo")
                .throwIfAny();
    }

    private static List<Violation> unknown(String field, ReportingProblem problem, List<String> wanted,
            BodyViolations violations, Function<List<String>, Set<String>> known) {
        List<Integer> valid = violations.validPositions(field, wanted.size());
        Set<String> found = known.apply(valid.stream().map(wanted::get).toList());
        return valid.stream().filter(i -> !found.contains(wanted.get(i)))
                .map(i -> Violation.at('/' + field + '/' + i, problem, wanted.get(i))).toList();
    }
}
