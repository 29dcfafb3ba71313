package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/** The use cases of the reporting unit: prepare, hand over, submit and withdraw a report. */
@ApplicationScoped
class ReportService {

    private final Reports reports;
    private final ReportRequirements requirements;
    private final FigureValidation validation;
    private final QualityCheck check;
    private final ReportRounds rounds;
    private final AuditTrail trail;
    private final ReportChanges changes;
    private final BodyValidator bodies;
    private final Clock clock;

    ReportService(Reports reports, ReportRequirements requirements, FigureValidation validation, QualityCheck check,
            ReportRounds rounds, AuditTrail trail, ReportChanges changes,
            BodyValidator bodies, Clock clock) {
        this.reports = reports;
        this.requirements = requirements;
        this.validation = validation;
        this.check = check;
        this.rounds = rounds;
        this.trail = trail;
        this.changes = changes;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Transactional
    ReportView create(NewReport wanted, ChangeContext context) {
        BodyViolations violations = bodies.constraints(wanted);
        ChangeContext own = violations.isValid("unit") ? context.onBehalfOf(wanted.unit()) : context;
        requirements.check(wanted, violations).throwIfAny();
        ReportKey key = wanted.key();
        reports.requireNone(key);
        Report report = new Report(key, own.by(), own.actor().principal(), clock.instant());
        reports.persist(report);
        changes.created(report, own);
        return requirements.view(report);
    }

    @Transactional
    ReportView enter(UUID id, IndicatorCode indicator, NewFigure figure, ChangeContext context) {
        return change(lockOwnForEntry(id, context), "ENTER_FIGURES", context,
                report -> report.enter(validation.ofOne(report, indicator, figure, context.by()), context.by(),
                        clock.instant()));
    }

    /** Replaces all figures of the report. */
    @Transactional
    ReportView replaceFigures(UUID id, Map<String, NewFigure> figures, ChangeContext context) {
        return change(lockOwnForEntry(id, context), "ENTER_FIGURES", context, report -> report.replaceFigures(
                validation.ofAll(report, figures, JsonPointer::of, context.by()), context.by(), clock.instant()));
    }

    @Transactional
    ReportView enter(UUID id, Narrative narrative, ChangeContext context) {
        return change(lockOwnForEntry(id, context), "ENTER_NARRATIVE", context,
                report -> report.enter(narrative, context.by(), clock.instant()));
    }

    /** Replaces all evidence of the report. */
    @Transactional
    ReportView replaceEvidence(UUID id, List<NewEvidence> documents, ChangeContext context) {
        return change(lockOwnForEntry(id, context), "ENTER_EVIDENCE", context, report -> {
            report.requireOpen();
            List<Violation> violations = NewEvidence.violations(documents);
            if (!violations.isEmpty()) {
                throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
            }
            report.enter(documents.stream().map(NewEvidence::toEvidence).toList(), context.by(), clock.instant());
        });
    }

    /** Replaces all explanations of the report. */
    @Transactional
    ReportView explain(UUID id, Explanations explanations, ChangeContext context) {
        return change(lockOwnForEntry(id, context), "EXPLAIN_WARNINGS", context,
                report -> report.explain(explanations, context.by(), clock.instant()));
    }

    @Transactional
    ReportView handOver(UUID id, ChangeContext context) {
        return changeStatus(lockOwnForEntry(id, context), Action.HANDOVER, context,
                report -> report.handOver(context.by(), clock.instant()));
    }

    @Transactional
    ReportView submit(UUID id, ChangeContext context) {
        Report submitted = lockOwnForEntry(id, context);
        ReportView view = changeStatus(submitted, Action.SUBMIT, context,
                report -> {
                    List<FigureReference> references = requirements.references(report);
                    report.submit(context.by(), clock.instant(),
                            check.of(report).obstacles(report.explanations.keySet()));
                    report.freeze(references);
                });
        rounds.persist(new ReportRound(submitted));
        return view;
    }

    @Transactional
    ReportView withdraw(UUID id, ChangeContext context) {
        return changeStatus(lockOwnForUpdate(id, context), Action.WITHDRAW, context,
                report -> report.withdraw(context.by(), clock.instant()));
    }

    private ReportView change(Report report, String action, ChangeContext context, Consumer<Report> change) {
        trail.change(report, action, context.onBehalfOf(report.unit), () -> change.accept(report));
        return requirements.view(report);
    }

    private ReportView changeStatus(Report report, Action action, ChangeContext context, Consumer<Report> change) {
        changes.status(report, action, context.onBehalfOf(report.unit), () -> change.accept(report));
        return requirements.view(report);
    }

    private Report lockOwnForEntry(UUID id, ChangeContext context) {
        Report report = lockOwnForUpdate(id, context);
        requirements.requireUnitExists(report);
        return report;
    }

    private Report lockOwnForUpdate(UUID id, ChangeContext context) {
        Report report = reports.requireForUpdate(id, ReportAccess.of(context.actor()));
        ChangeContext own = context.onBehalfOf(report.unit);
        trail.requireMatch(report, own, () -> requirements.view(report));
        report.changeAsDeputyOf(own.actor().principal());
        return report;
    }
}
