package vn.cchc.reporting.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;

/** Limits reviewers to units or indicators. */
@ApplicationScoped
class ReviewScopeService {

    private final ReviewScopes scopes;
    private final Units units;
    private final Indicators indicators;
    private final AuditTrail trail;

    ReviewScopeService(ReviewScopes scopes, Units units, Indicators indicators, AuditTrail trail) {
        this.scopes = scopes;
        this.units = units;
        this.indicators = indicators;
        this.trail = trail;
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
        List<Violation> violations = new ArrayList<>();
        if (wanted.units().isEmpty() && wanted.indicators().isEmpty()) {
            violations.add(Violation.at("/units", ReportingProblem.EMPTY_REVIEW_SCOPE));
        }
        Set<String> known = units.lives(wanted.units()).keySet();
        violations.addAll(unknown("/units/", ReportingProblem.UNKNOWN_UNIT, wanted.units(), known));
        known = indicators.findByCodes(wanted.indicators()).stream().map(found -> found.code().value())
                .collect(Collectors.toSet());
        violations.addAll(unknown("/indicators/", ReportingProblem.UNKNOWN_INDICATOR, wanted.indicators(), known));
        if (!DateRange.isOrdered(wanted.validFrom(), wanted.validTo())) {
            violations.add(Violation.at("/validTo", ReportingProblem.ENDS_BEFORE_IT_BEGINS));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }

    private static List<Violation> unknown(String at, ReportingProblem problem, List<String> wanted, Set<String> known) {
        return IntStream.range(0, wanted.size()).filter(i -> !known.contains(wanted.get(i)))
                .mapToObj(i -> Violation.at(at + i, problem, wanted.get(i))).toList();
    }
}
