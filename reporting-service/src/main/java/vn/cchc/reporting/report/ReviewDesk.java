package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.outbox.Outbox;
import vn.cchc.house.caller.Caller;
import vn.cchc.ledger.audit.AuditTrail;
import vn.cchc.ledger.audit.Why;
import vn.cchc.reporting.calendar.Period;

/** Where the Department accepts a report or returns it. Only what is accepted leaves this service. */
@ApplicationScoped
class ReviewDesk {

    private final Reports reports;
    private final Outline outline;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    ReviewDesk(Reports reports, Outline outline, Outbox outbox, AuditTrail trail, Caller caller, Clock clock) {
        this.reports = reports;
        this.outline = outline;
        this.outbox = outbox;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReportView accept(UUID id) {
        Report report = asSeen(id);
        outline.mustHaveItsUnit(report);
        trail.change(report, Action.ACCEPT.name(), () -> report.accept(caller.subject(), clock.instant()));
        var period = period(report);
        report.figures.keySet().forEach(indicator -> outbox.add(report.accepted(indicator, period)));
        return outline.view(report);
    }

    @Transactional
    ReportView giveBack(UUID id, NewReturn given) {
        Report report = asSeen(id);
        NewReturn why = NewReturn.reasoned(given);
        trail.change(report, Action.RETURN.name(), Why.reason(why.reasonCode(), why.reason()),
                () -> report.giveBack(caller.subject(), clock.instant(), why.reasonCode(), why.reason()));
        return outline.view(report);
    }

    private Report asSeen(UUID id) {
        Report report = reports.requireForChange(id, Sight.of(caller));
        trail.mustHaveBeenSeen(report, outline.view(report));
        return report;
    }

    private UnitResultAccepted.Period period(Report report) {
        Period period = outline.period(report);
        return new UnitResultAccepted.Period(period.code(), period.year(), period.from(), period.to(), period.yearFrom(),
                period.isAnnual(), outline.regime(report).nextDue(period).orElse(null));
    }
}
