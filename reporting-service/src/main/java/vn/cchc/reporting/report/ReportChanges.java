package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.change.ChangeContext;

/** Records the status changes of reports, in the audit trail and as events. */
@ApplicationScoped
class ReportChanges {

    private final AuditTrail trail;
    private final Outbox outbox;

    ReportChanges(AuditTrail trail, Outbox outbox) {
        this.trail = trail;
        this.outbox = outbox;
    }

    void created(Report report, ChangeContext context) {
        trail.created(report, context);
        outbox.add(ReportEvents.statusChanged(report));
    }

    void status(Report report, Action action, ChangeContext context, Runnable change) {
        status(report, action.name(), context, change);
    }

    /** @param action {@code CLOSE} or {@code TRANSFER}, which leave the state */
    void status(Report report, String action, ChangeContext context, Runnable change) {
        trail.change(report, action, context, change);
        outbox.add(ReportEvents.statusChanged(report));
    }
}
