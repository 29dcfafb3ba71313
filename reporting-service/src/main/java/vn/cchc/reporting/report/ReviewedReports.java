package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.scope.ReviewScopes;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;

/** The reports that a reviewer, or the head of their unit, acts on. */
@ApplicationScoped
class ReviewedReports {

    private final Reports reports;
    private final ReportRequirements requirements;
    private final ReviewScopes scopes;
    private final AuditTrail trail;

    ReviewedReports(Reports reports, ReportRequirements requirements, ReviewScopes scopes, AuditTrail trail) {
        this.reports = reports;
        this.requirements = requirements;
        this.scopes = scopes;
        this.trail = trail;
    }

    /** The report in the version that the caller expects, locked until the end of the transaction. */
    Report lockForUpdate(UUID id, ChangeContext context) {
        Actor actor = context.actor();
        Report report = reports.requireForUpdate(id, ReportAccess.of(actor));
        trail.requireMatch(report, actor.is(Role.REVIEWER) ? context : context.onBehalfOf(report.unit),
                () -> requirements.view(report));
        if (!actsAsHead(actor, report)) {
            scopes.reach(actor.subject()).requirePart(report.unit, report.figures.keySet());
        }
        return report;
    }

    /** As {@link #lockForUpdate}, if every figure of the report is within the scope of the reviewer. */
    Report lockWhole(UUID id, ChangeContext context) {
        Report report = lockForUpdate(id, context);
        scopes.reach(context.by()).requireWhole(report.unit, report.figures.keySet());
        return report;
    }

    private static boolean actsAsHead(Actor actor, Report report) {
        return actor.is(Role.UNIT_HEAD) && actor.units().contains(report.unit);
    }
}
