package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Where a unit writes its report and hands it in. */
@ApplicationScoped
class ReportService {

    private final Reports reports;
    private final ReportRequirements outline;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    ReportService(Reports reports, ReportRequirements outline, AuditTrail trail, Caller caller, Clock clock) {
        this.reports = reports;
        this.outline = outline;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReportView begin(NewReport wanted) {
        caller.requireUnit(wanted.unit());
        outline.validate(wanted);
        Report existing = reports.findOrLock(wanted);
        if (existing != null) {
            throw new ProblemException(ReportingProblem.REPORT_EXISTS, wanted.unit(), wanted.period(), wanted.regime(),
                    existing.id.toString());
        }
        Report report = new Report(wanted.regime(), wanted.period(), wanted.unit(), caller.subject(), clock.instant());
        reports.persist(report);
        trail.created(report);
        return outline.view(report);
    }

    @Transactional
    ReportView enter(UUID id, String indicator, NewFigure figure) {
        return change(ownForEntry(id), "ENTER_FIGURES", report -> enterAll(report, Map.of(indicator, figure), ""));
    }

    /** Afterwards the report has these figures and no others. */
    @Transactional
    ReportView replaceFigures(UUID id, Map<String, NewFigure> figures) {
        return change(ownForEntry(id), "ENTER_FIGURES", report -> {
            enterAll(report, figures, "/%s");
            report.figures.keySet().retainAll(figures.keySet());
        });
    }

    @Transactional
    ReportView enter(UUID id, Narrative narrative) {
        return change(ownForEntry(id), "ENTER_NARRATIVE", report -> report.enter(narrative, clock.instant()));
    }

    /** Afterwards the report rests on these documents and no others. */
    @Transactional
    ReportView replaceEvidence(UUID id, List<NewEvidence> documents) {
        return change(ownForEntry(id), "ENTER_EVIDENCE", report -> {
            report.mustBeOpen();
            List<Violation> violations = NewEvidence.violations(documents);
            if (!violations.isEmpty()) {
                throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
            }
            report.enter(documents.stream().map(NewEvidence::asEvidence).toList(), clock.instant());
        });
    }

    @Transactional
    ReportView handOver(UUID id) {
        return change(ownForEntry(id), Action.HANDOVER.name(), report -> report.handOver(caller.subject(), clock.instant()));
    }

    @Transactional
    ReportView submit(UUID id) {
        return change(ownForEntry(id), Action.SUBMIT.name(),
                report -> report.submit(caller.subject(), clock.instant(), outline.gate(report).errors(report)));
    }

    @Transactional
    ReportView withdraw(UUID id) {
        return change(lockOwnForUpdate(id), Action.WITHDRAW.name(),
                report -> report.withdraw(caller.subject(), clock.instant()));
    }

    private ReportView change(Report report, String action, Consumer<Report> change) {
        trail.change(report, action, () -> change.accept(report));
        return outline.view(report);
    }

    private Report ownForEntry(UUID id) {
        Report report = lockOwnForUpdate(id);
        outline.requireUnitExists(report);
        return report;
    }

    private Report lockOwnForUpdate(UUID id) {
        Report report = reports.requireForChange(id, ReportAccess.of(caller));
        caller.requireUnit(report.unit);
        trail.requireMatch(report, outline.view(report));
        return report;
    }

    /** @param at where in the body each figure stands, by its indicator's code */
    private void enterAll(Report report, Map<String, NewFigure> figures, String at) {
        report.mustBeOpen();
        List<Indicator> asked = outline.asked(report);
        List<Violation> violations = new ArrayList<>();
        figures.forEach((code, figure) -> violations.addAll(violations(report, asked, code, figure, at.formatted(code))));
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        figures.forEach((code, figure) -> report.enter(code, figure.by(caller.subject(), clock.instant())));
    }

    private static List<Violation> violations(Report report, List<Indicator> asked, String code, NewFigure figure, String at) {
        return asked.stream().filter(indicator -> indicator.code().equals(code)).findFirst()
                .map(indicator -> figure.violations(indicator, at))
                .orElse(List
                        .of(Violation.at(at.isEmpty() ? "indicator" : at, ReportingProblem.NOT_REQUIRED, code, report.unit)));
    }
}
