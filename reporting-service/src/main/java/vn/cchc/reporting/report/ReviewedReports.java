package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.deputy.ReviewRights;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;

/** The reports that a reviewer, or the head of their unit, acts on. */
@ApplicationScoped
class ReviewedReports {

    private final Reports reports;
    private final ReportRequirements requirements;
    private final ReviewRights rights;
    private final AuditTrail trail;

    ReviewedReports(Reports reports, ReportRequirements requirements, ReviewRights rights, AuditTrail trail) {
        this.reports = reports;
        this.requirements = requirements;
        this.rights = rights;
        this.trail = trail;
    }

    /**
     * A report in the version that the caller expects, locked until the end of the transaction.
     *
     * @param context names the right by which the caller acts: the unit, and the person as whose deputy
     */
    record Reviewed(Report report, ChangeContext context) {
    }

    /** For the head of the unit, and for a reviewer with something in the report to review. */
    Reviewed lockForUpdate(UUID id, ChangeContext context) {
        Report report = lock(id, context);
        Actor actor = context.actor();
        boolean actsAsHead = actor.is(Role.UNIT_HEAD) && actor.units().contains(report.unit);
        return reviewed(report, actsAsHead ? context.onBehalfOf(report.unit)
                : rights.forPart(context, report.unit, report.figures.keySet()));
    }

    /** For a reviewer who reviews all of the report. */
    Reviewed lockForAcceptance(UUID id, ChangeContext context) {
        Report report = lock(id, context);
        return reviewed(report, rights.forWhole(context, report.unit, report.figures.keySet()));
    }

    private static Reviewed reviewed(Report report, ChangeContext context) {
        report.changeAsDeputyOf(context.actor().principal());
        return new Reviewed(report, context);
    }

    private Report lock(UUID id, ChangeContext context) {
        Actor actor = context.actor();
        Report report = reports.requireForUpdate(id, ReportAccess.of(actor));
        trail.requireMatch(report, actor.is(Role.REVIEWER) ? context : context.onBehalfOf(report.unit),
                () -> requirements.view(report));
        return report;
    }
}
