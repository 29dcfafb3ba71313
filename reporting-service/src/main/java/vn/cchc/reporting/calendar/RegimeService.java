package vn.cchc.reporting.calendar;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.RegimeCode;

/** Creates regimes and their next versions, and derives their periods in the same transaction. */
@ApplicationScoped
class RegimeService {

    private final Regimes regimes;
    private final Periods periods;
    private final PeriodDerivation derivation;
    private final AuditTrail trail;
    private final BodyValidator bodies;

    RegimeService(Regimes regimes, Periods periods, PeriodDerivation derivation, AuditTrail trail, BodyValidator bodies) {
        this.regimes = regimes;
        this.periods = periods;
        this.derivation = derivation;
        this.trail = trail;
        this.bodies = bodies;
    }

    @Transactional
    RegimeView create(NewRegime wanted, ChangeContext context, Clock clock) {
        periods.lock();
        BodyViolations violations = bodies.constraints(wanted);
        if (violations.isEmpty() && regimes.latest(wanted.key()).isPresent()) {
            throw new ProblemException(ReportingProblem.REGIME_EXISTS, wanted.key());
        }
        wanted.check(violations).throwIfAny();
        Regime created = new Regime(wanted, 1, wanted.qualityRulesOr(QualityRule.BASIC));
        regimes.persistAndFlush(created);
        trail.created(created, context);
        derivation.derive(clock);
        return RegimeView.of(created);
    }

    @Transactional
    RegimeView revise(RegimeCode code, NewRegime wanted, ChangeContext context, Clock clock) {
        periods.lock();
        Regime before = regimes.requireVersions(code).latest();
        trail.requireMatch(before, context, () -> RegimeView.of(before));
        wanted.check(bodies.constraints(wanted)).require(() -> wanted.key().equals(code),
                () -> Violation.at("/code", ReportingProblem.KEY_DIFFERS, code), "code").throwIfAny();
        Regime next = new Regime(wanted, before.version + 1, wanted.qualityRulesOr(before.qualityRules));
        regimes.persistAndFlush(next);
        trail.superseded(before, "REVISE", context, next);
        derivation.derive(clock);
        return RegimeView.of(next);
    }
}
