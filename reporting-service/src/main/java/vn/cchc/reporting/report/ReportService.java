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

/** The use cases of the reporting unit: prepare, hand over, submit and withdraw a report. */
@ApplicationScoped
class ReportService {

    private final Reports reports;
    private final ReportRequirements requirements;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    ReportService(Reports reports, ReportRequirements requirements, AuditTrail trail, Caller caller, Clock clock) {
        this.reports = reports;
        this.requirements = requirements;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReportView create(NewReport wanted) {
        caller.requireUnit(wanted.unit());
        requirements.validate(wanted);
        Report existing = reports.findOrLock(wanted);
        if (existing != null) {
            throw new ProblemException(ReportingProblem.REPORT_EXISTS, wanted.unit(), wanted.period(), wanted.regime(),
                    existing.id.toString());
        }
        Report report = new Report(wanted.regime(), wanted.period(), wanted.unit(), caller.subject(), clock.instant());
        reports.persist(report);
        trail.created(report);
        return requirements.view(report);
    }

    @Transactional
    ReportView enter(UUID id, String indicator, NewFigure figure) {
        return change(lockOwnForEntry(id), "ENTER_FIGURES", report -> enterAll(report, Map.of(indicator, figure), ""));
    }

    /** Replaces all figures of the report. */
    @Transactional
    ReportView replaceFigures(UUID id, Map<String, NewFigure> figures) {
        return change(lockOwnForEntry(id), "ENTER_FIGURES", report -> {
            enterAll(report, figures, "/%s");
            report.figures.keySet().retainAll(figures.keySet());
        });
    }

    @Transactional
    ReportView enter(UUID id, Narrative narrative) {
        return change(lockOwnForEntry(id), "ENTER_NARRATIVE", report -> report.enter(narrative, clock.instant()));
    }

    /** Replaces all evidence of the report. */
    @Transactional
    ReportView replaceEvidence(UUID id, List<NewEvidence> documents) {
        return change(lockOwnForEntry(id), "ENTER_EVIDENCE", report -> {
            report.requireOpen();
            List<Violation> violations = NewEvidence.violations(documents);
            if (!violations.isEmpty()) {
                throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
            }
            report.enter(documents.stream().map(NewEvidence::toEvidence).toList(), clock.instant());
        });
    }

    @Transactional
    ReportView handOver(UUID id) {
        return change(lockOwnForEntry(id), Action.HANDOVER.name(),
                report -> report.handOver(caller.subject(), clock.instant()));
    }

    @Transactional
    ReportView submit(UUID id) {
        return change(lockOwnForEntry(id), Action.SUBMIT.name(),
                report -> report.submit(caller.subject(), clock.instant(), requirements.gate(report).errors(report)));
    }

    @Transactional
    ReportView withdraw(UUID id) {
        return change(lockOwnForUpdate(id), Action.WITHDRAW.name(),
                report -> report.withdraw(caller.subject(), clock.instant()));
    }

    private ReportView change(Report report, String action, Consumer<Report> change) {
        trail.change(report, action, () -> change.accept(report));
        return requirements.view(report);
    }

    private Report lockOwnForEntry(UUID id) {
        Report report = lockOwnForUpdate(id);
        requirements.requireUnitExists(report);
        return report;
    }

    private Report lockOwnForUpdate(UUID id) {
        Report report = reports.requireForUpdate(id, ReportAccess.of(caller));
        caller.requireUnit(report.unit);
        trail.requireMatch(report, requirements.view(report));
        return report;
    }

    /** @param at format of the JSON pointer to a figure in the body, with the indicator's code as its argument */
    private void enterAll(Report report, Map<String, NewFigure> figures, String at) {
        report.requireOpen();
        List<Indicator> required = requirements.requiredIndicators(report);
        List<Violation> violations = new ArrayList<>();
        figures.forEach((code, figure) -> violations.addAll(violations(report, required, code, figure, at.formatted(code))));
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        figures.forEach((code, figure) -> report.enter(code, figure.toFigure(caller.subject(), clock.instant())));
    }

    private static List<Violation> violations(Report report, List<Indicator> required, String code, NewFigure figure,
            String at) {
        return required.stream().filter(indicator -> indicator.code().equals(code)).findFirst()
                .map(indicator -> figure.violations(indicator, at))
                .orElse(List
                        .of(Violation.at(at.isEmpty() ? "indicator" : at, ReportingProblem.NOT_REQUIRED, code, report.unit)));
    }
}
