package vn.cchc.reporting.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.report.ReviewedReports.Reviewed;
import vn.cchc.reporting.unit.Unit;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Ends the open reports of units that have ended. */
@ApplicationScoped
class ClosureService {

    private final ReviewedReports reviewable;
    private final Reports reports;
    private final ReportRequirements requirements;
    private final ReportChanges changes;
    private final BodyValidator bodies;
    private final Clock clock;

    ClosureService(ReviewedReports reviewable, Reports reports, ReportRequirements requirements, ReportChanges changes,
            BodyValidator bodies, Clock clock) {
        this.reviewable = reviewable;
        this.reports = reports;
        this.requirements = requirements;
        this.changes = changes;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Transactional
    ReportView close(UUID id, NewClosure wanted, ChangeContext caller) {
        Reviewed reviewed = lockForClosure(id, caller);
        Report report = reviewed.report();
        ChangeContext context = reviewed.context();
        close(report, "CLOSE", new Closure(context.by(), clock.instant(), wanted.reason(), null), context);
        return requirements.view(report);
    }

    /** The successor gets a draft with the content; the report stays with the unit that existed then. */
    @Transactional
    ReportView transfer(UUID id, NewTransfer wanted, ChangeContext caller) {
        Reviewed reviewed = lockForClosure(id, caller);
        Report report = reviewed.report();
        ChangeContext context = reviewed.context();
        bodies.constraints(wanted)
                .require(() -> requirements.unit(report).isSucceededBy(wanted.successor()),
                        () -> Violation.at("/unit", ReportingProblem.NOT_A_SUCCESSOR, wanted.unit(), report.unit), "unit")
                .throwIfAny();
        ReportKey key = new ReportKey(report.regime(), report.period(), wanted.successor());
        requirements.validate(key, "/");
        reports.requireNone(key);
        Instant now = clock.instant();
        Report successor = new Report(key, context.by(), context.actor().principal(), now);
        successor.takeOver(report, requirements.requiredIndicators(successor));
        reports.persist(successor);
        ChangeContext reasoned = context.withReason(ChangeReason.withText(wanted.reason()));
        changes.created(successor, reasoned);
        close(report, "TRANSFER", new Closure(context.by(), now, wanted.reason(), successor.id), context);
        return requirements.view(report);
    }

    private Reviewed lockForClosure(UUID id, ChangeContext caller) {
        Reviewed locked = reviewable.lockForUpdate(id, caller);
        Unit unit = requirements.unit(locked.report());
        if (!unit.life().endsBefore(LocalDate.now(clock))) {
            throw new ProblemException(ReportingProblem.UNIT_NOT_CLOSED, unit.code());
        }
        return locked;
    }

    private void close(Report report, String action, Closure closure, ChangeContext context) {
        changes.status(report, action, context.withReason(ChangeReason.withText(closure.reason())),
                () -> report.close(closure));
    }
}
