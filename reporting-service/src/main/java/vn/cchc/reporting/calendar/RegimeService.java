package vn.cchc.reporting.calendar;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.CommonProblem;
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

    RegimeService(Regimes regimes, Periods periods, PeriodDerivation derivation, AuditTrail trail) {
        this.regimes = regimes;
        this.periods = periods;
        this.derivation = derivation;
        this.trail = trail;
    }

    @Transactional
    RegimeView create(NewRegime wanted, ChangeContext context, Clock clock) {
        periods.lock();
        if (regimes.latest(wanted.key()).isPresent()) {
            throw new ProblemException(ReportingProblem.REGIME_EXISTS, wanted.key());
        }
        requireValid(wanted.violations());
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
        List<Violation> violations = new ArrayList<>(wanted.violations());
        if (!wanted.key().equals(code)) {
            violations.add(Violation.at("/code", ReportingProblem.KEY_DIFFERS, code));
        }
        requireValid(violations);
        Regime next = new Regime(wanted, before.version + 1, wanted.qualityRulesOr(before.qualityRules));
        regimes.persistAndFlush(next);
        trail.superseded(before, "REVISE", context, next);
        derivation.derive(clock);
        return RegimeView.of(next);
    }

    private static void requireValid(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }
}
