package vn.cchc.reporting.consolidated;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Makes a consolidated report from the accepted versions of the units' reports, and makes a draft anew. */
@ApplicationScoped
class Compilation {

    private final ConsolidatedReports reports;
    private final ConsolidatedReportReader reader;
    private final Sources sources;
    private final Regimes regimes;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final Clock clock;

    Compilation(ConsolidatedReports reports, ConsolidatedReportReader reader, Sources sources, Regimes regimes,
            AuditTrail trail, BodyValidator bodies, Clock clock) {
        this.reports = reports;
        this.reader = reader;
        this.sources = sources;
        this.regimes = regimes;
        this.trail = trail;
        this.bodies = bodies;
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
        BodyViolations violations = bodies.constraints(wanted);
        Optional<Period> period = regimes.named(wanted.regime(), wanted.period(), violations);
        period.filter(found -> LocalDate.now(clock).isBefore(found.to())).ifPresent(
                found -> violations.add(Violation.at("/period", ReportingProblem.PERIOD_NOT_OVER, found.to())));
        violations.throwIfAny();
        return period.orElseThrow();
    }
}
