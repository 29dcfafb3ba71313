package vn.cchc.reporting.report;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** The reports that reviewers and units ask and answer questions about. */
@ApplicationScoped
public class DiscussedReports {

    private final Reports reports;
    private final ReportRequirements requirements;

    DiscussedReports(Reports reports, ReportRequirements requirements) {
        this.reports = reports;
        this.requirements = requirements;
    }

    /** Only for those who can read the working copy, because a question repeats figures that are not accepted. */
    public void requireReadable(UUID id, Actor actor) {
        ReportAccess access = ReportAccess.of(actor);
        access.requireWorkingCopy(reports.require(id, access));
    }

    /**
     * Locks a report under review until the end of the transaction.
     *
     * @return what is wrong with the name of a field of this report, which stands in {@code /field}
     */
    public Function<String, List<Violation>> lockUnderReview(UUID id, Actor actor) {
        Report report = reports.requireForUpdate(id, ReportAccess.of(actor));
        report.requireNotClosed();
        if (report.state != ReportState.SUBMITTED) {
            throw new ProblemException(ReportingProblem.NOT_UNDER_REVIEW, report.state);
        }
        List<String> required = requirements.requiredIndicators(report).stream()
                .map(indicator -> indicator.code().value()).toList();
        return field -> ReportField.violations("/field", field, report.unit, required);
    }

    /** Locks a report of the caller's unit until the end of the transaction; the change is on behalf of this unit. */
    public ChangeContext lockOwn(UUID id, ChangeContext context) {
        Report report = reports.requireForUpdate(id, ReportAccess.of(context.actor()));
        report.requireNotClosed();
        return context.onBehalfOf(report.unit);
    }
}
