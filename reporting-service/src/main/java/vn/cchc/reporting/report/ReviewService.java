package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.audit.ChangeReason;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.rest.caller.Caller;

/** Where the Department accepts a report or returns it. Only what is accepted leaves this service. */
@ApplicationScoped
class ReviewService {

    private final Reports reports;
    private final ReportRequirements outline;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    ReviewService(Reports reports, ReportRequirements outline, Outbox outbox, AuditTrail trail, Caller caller, Clock clock) {
        this.reports = reports;
        this.outline = outline;
        this.outbox = outbox;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReportView accept(UUID id) {
        Report report = lockForUpdate(id);
        outline.requireUnitExists(report);
        trail.change(report, Action.ACCEPT.name(), () -> report.accept(caller.subject(), clock.instant()));
        var period = period(report);
        outline.asked(report).forEach(
                indicator -> outbox.add(report.accepted(indicator.code(), indicator.plan(), period)));
        return outline.view(report);
    }

    @Transactional
    ReportView returnToUnit(UUID id, NewReturn given) {
        Report report = lockForUpdate(id);
        NewReturn why = NewReturn.reasoned(given);
        trail.change(report, Action.RETURN.name(), ChangeReason.reason(why.reasonCode(), why.reason()),
                () -> report.returnToUnit(caller.subject(), clock.instant(), why.reasonCode(), why.reason()));
        return outline.view(report);
    }

    private Report lockForUpdate(UUID id) {
        Report report = reports.requireForChange(id, ReportAccess.of(caller));
        trail.requireMatch(report, outline.view(report));
        return report;
    }

    private UnitResultAccepted.Period period(Report report) {
        Period period = outline.period(report);
        return new UnitResultAccepted.Period(period.code(), period.year(), period.from(), period.to(), period.yearFrom(),
                period.isAnnual(), outline.regime(report).nextDue(period).orElse(null));
    }
}
