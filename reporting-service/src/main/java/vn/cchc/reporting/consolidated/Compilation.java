package vn.cchc.reporting.consolidated;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regime;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** Makes a consolidated report from the accepted versions of the units' reports, and makes a draft anew. */
@ApplicationScoped
class Compilation {

    private final ConsolidatedReports reports;
    private final ConsolidatedReportReader reader;
    private final Sources sources;
    private final Regimes regimes;
    private final AuditTrail trail;
    private final Clock clock;

    Compilation(ConsolidatedReports reports, ConsolidatedReportReader reader, Sources sources, Regimes regimes,
            AuditTrail trail, Clock clock) {
        this.reports = reports;
        this.reader = reader;
        this.sources = sources;
        this.regimes = regimes;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    ConsolidatedReportView create(NewConsolidatedReport wanted, ChangeContext context) {
        Period period = requirePeriod(wanted);
        ConsolidatedReport existing = reports.findOrLock(wanted.regime(), wanted.period());
        if (existing != null) {
            throw new ProblemException(ReportingProblem.CONSOLIDATED_EXISTS, wanted.period(), wanted.regime(),
                    existing.id.toString());
        }
        ConsolidatedReport report = new ConsolidatedReport(wanted.regime(), wanted.period(), context.by(), clock.instant());
        reports.persist(report);
        compile(report, period, context.by(), report.createdAt);
        trail.created(report, context);
        return reader.view(report);
    }

    @Transactional
    ConsolidatedReportView refresh(UUID id, ChangeContext context) {
        ConsolidatedReport report = reports.requireForUpdate(id);
        trail.requireMatch(report, context, () -> reader.view(report));
        report.requireDraft();
        trail.change(report, "REFRESH", context,
                () -> compile(report, reader.period(report), context.by(), clock.instant()));
        return reader.view(report);
    }

    private void compile(ConsolidatedReport report, Period period, String by, Instant at) {
        report.compile(sources.gather(report, period), by, at);
    }

    private Period requirePeriod(NewConsolidatedReport wanted) {
        List<Violation> violations = new ArrayList<>();
        Optional<Regime> regime = regimes.latest(new RegimeCode(wanted.regime()));
        Optional<Period> period = regimes.period(new RegimeCode(wanted.regime()), new PeriodCode(wanted.period()))
                .filter(found -> !found.isCancelled());
        if (regime.isEmpty()) {
            violations.add(Violation.at("/regime", ReportingProblem.UNKNOWN_REGIME, wanted.regime()));
        } else if (period.isEmpty()) {
            violations.add(Violation.at("/period", ReportingProblem.INVALID_PERIOD, wanted.period(),
                    regime.get().periodCodes()));
        } else if (LocalDate.now(clock).isBefore(period.get().to())) {
            violations.add(Violation.at("/period", ReportingProblem.PERIOD_NOT_OVER, period.get().to()));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        return period.orElseThrow();
    }
}
