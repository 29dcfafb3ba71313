package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;

/** The reports that a reviewer, or the head of their unit, acts on. */
@ApplicationScoped
class ReviewedReports {

    private final Reports reports;
    private final ReportRequirements requirements;
    private final AuditTrail trail;

    ReviewedReports(Reports reports, ReportRequirements requirements, AuditTrail trail) {
        this.reports = reports;
        this.requirements = requirements;
        this.trail = trail;
    }

    /** The report in the version that the caller expects, locked until the end of the transaction. */
    Report lockForUpdate(UUID id, ChangeContext context) {
        Actor actor = context.actor();
        Report report = reports.requireForUpdate(id, ReportAccess.of(actor));
        trail.requireMatch(report, actor.is(Role.REVIEWER) ? context : context.onBehalfOf(report.unit),
                () -> requirements.view(report));
        return report;
    }
}
