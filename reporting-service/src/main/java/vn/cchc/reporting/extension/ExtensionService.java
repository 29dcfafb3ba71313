package vn.cchc.reporting.extension;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regime;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.calendar.ReportingLevel;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** Records and revokes extensions. Each is published, so that the scoreboard knows the deadline that it gives. */
@ApplicationScoped
class ExtensionService {

    private final Extensions extensions;
    private final Regimes regimes;
    private final AuditTrail trail;
    private final Outbox outbox;
    private final Clock clock;

    ExtensionService(Extensions extensions, Regimes regimes, AuditTrail trail, Outbox outbox, Clock clock) {
        this.extensions = extensions;
        this.regimes = regimes;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    ExtensionView grant(NewExtension wanted, ChangeContext context) {
        Period period = requirePeriod(wanted);
        List<Violation> violations = violations(wanted, period);
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        Extension granted = new Extension(wanted, period.deadline(ReportingLevel.UNIT), context.by(), clock.instant());
        extensions.persistAndFlush(granted);
        trail.created(granted, context.withReason(new ChangeReason(null, wanted.reason(), wanted.decisionNumber())));
        outbox.add(granted.toEvent());
        return ExtensionView.of(granted);
    }

    @Transactional
    ExtensionView revoke(UUID id, NewRevocation why, ChangeContext context) {
        Extension extension = extensions.requireForUpdate(id);
        trail.requireMatch(extension, context, () -> ExtensionView.of(extension));
        trail.change(extension, "REVOKE", context.withReason(ChangeReason.withText(why.reason())),
                () -> extension.revoke(why.reason(), context.by(), clock.instant()));
        outbox.add(extension.toEvent());
        return ExtensionView.of(extension);
    }

    private Period requirePeriod(NewExtension wanted) {
        RegimeCode code = new RegimeCode(wanted.regime());
        Regime regime = regimes.latest(code).orElseThrow(
                () -> invalid(Violation.at("/regime", ReportingProblem.UNKNOWN_REGIME, code)));
        return regimes.period(code, new PeriodCode(wanted.period())).filter(period -> !period.isCancelled()).orElseThrow(
                () -> invalid(Violation.at("/period", ReportingProblem.INVALID_PERIOD, wanted.period(), regime.periodCodes())));
    }

    private static ProblemException invalid(Violation violation) {
        return new ProblemException(CommonProblem.INVALID_INPUT, List.of(violation));
    }

    private List<Violation> violations(NewExtension wanted, Period period) {
        List<Violation> violations = new ArrayList<>();
        if (!wanted.newDeadline().isAfter(period.deadline(ReportingLevel.UNIT))) {
            violations.add(Violation.at("/newDeadline", ReportingProblem.NOT_LATER, period.deadline(ReportingLevel.UNIT)));
        }
        Set<String> expected = extensions.expected(period, wanted.units());
        Set<String> named = new HashSet<>();
        for (int place = 0; place < wanted.units().size(); place++) {
            String unit = wanted.units().get(place);
            if (!named.add(unit)) {
                violations.add(Violation.at("/units/" + place, ReportingProblem.REPEATED_UNIT, unit));
            } else if (!expected.contains(unit)) {
                violations.add(Violation.at("/units/" + place, ReportingProblem.REPORT_NOT_EXPECTED, unit, period.code()));
            }
        }
        return violations;
    }
}
