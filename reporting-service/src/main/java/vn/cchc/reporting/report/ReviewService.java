package vn.cchc.reporting.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.reporting.quality.QualityGate;
import vn.cchc.reporting.report.ReviewedReports.Reviewed;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** The use cases of review: accept and return a report. Only accepted figures are published. */
@ApplicationScoped
class ReviewService {

    private final ReviewedReports reports;
    private final ReportRequirements requirements;
    private final Acceptances acceptances;
    private final ReportChanges changes;
    private final BodyValidator bodies;
    private final Clock clock;

    ReviewService(ReviewedReports reports, ReportRequirements requirements, Acceptances acceptances, ReportChanges changes,
            BodyValidator bodies, Clock clock) {
        this.reports = reports;
        this.requirements = requirements;
        this.acceptances = acceptances;
        this.changes = changes;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Transactional
    ReportView accept(UUID id, ChangeContext caller) {
        Reviewed reviewed = reports.lockForAcceptance(id, caller);
        Report report = reviewed.report();
        ChangeContext context = reviewed.context();
        requirements.requireUnitExists(report);
        QualityGate.requireCutOffReached(requirements.period(report).to(), LocalDate.now(clock));
        acceptances.record(report, () -> changes.status(report, Action.ACCEPT, context,
                () -> report.accept(context.by(), clock.instant())));
        return requirements.view(report);
    }

    /** The unit head returns a report that was handed over to its author, a reviewer a submitted report to its unit. */
    @Transactional
    ReportView returnReport(UUID id, NewReturn wanted, ChangeContext caller) {
        Reviewed reviewed = reports.lockForUpdate(id, caller);
        Report report = reviewed.report();
        ChangeContext context = reviewed.context();
        NewReturn reason = valid(wanted, report);
        Action action = returnAction(report, context.actor());
        ChangeContext reasoned = context.withReason(ChangeReason.of(reason.reasonCode(), reason.reason()));
        changes.status(report, action, reasoned, () -> report.returnWith(action, context.by(), clock.instant(), reason));
        return requirements.view(report);
    }

    private NewReturn valid(NewReturn wanted, Report report) {
        NewReturn given = wanted == null ? NewReturn.NONE : wanted;
        List<String> required = given.reopened().isEmpty() ? List.of()
                : requirements.requiredIndicators(report).stream().map(indicator -> indicator.code().value()).toList();
        given.check(report.unit, required, report.history().reopened(), bodies.constraints(given));
        return given;
    }

    private static Action returnAction(Report report, Actor actor) {
        if (report.state == ReportState.AWAITING_UNIT_HEAD && actor.is(Role.UNIT_HEAD)
                && actor.units().contains(report.unit)) {
            return Action.RETURN_TO_AUTHOR;
        }
        if (!actor.is(Role.REVIEWER)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return Action.RETURN;
    }
}
