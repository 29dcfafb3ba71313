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

/** The use cases of the reviewing Department: accept and return a report. Only accepted figures are published. */
@ApplicationScoped
class ReviewService {

    private final Reports reports;
    private final ReportRequirements requirements;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Caller caller;
    private final Clock clock;

    ReviewService(Reports reports, ReportRequirements requirements, Outbox outbox, AuditTrail trail, Caller caller,
            Clock clock) {
        this.reports = reports;
        this.requirements = requirements;
        this.outbox = outbox;
        this.trail = trail;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReportView accept(UUID id) {
        Report report = lockForUpdate(id);
        requirements.requireUnitExists(report);
        trail.change(report, Action.ACCEPT.name(), () -> report.accept(caller.subject(), clock.instant()));
        var period = period(report);
        requirements.requiredIndicators(report).forEach(
                indicator -> outbox.add(report.resultAccepted(indicator.code(), indicator.plan(), period)));
        return requirements.view(report);
    }

    @Transactional
    ReportView returnToUnit(UUID id, NewReturn wanted) {
        Report report = lockForUpdate(id);
        NewReturn reason = NewReturn.requireReason(wanted);
        trail.change(report, Action.RETURN.name(), ChangeReason.reason(reason.reasonCode(), reason.reason()),
                () -> report.returnToUnit(caller.subject(), clock.instant(), reason.reasonCode(), reason.reason()));
        return requirements.view(report);
    }

    private Report lockForUpdate(UUID id) {
        Report report = reports.requireForUpdate(id, ReportAccess.of(caller));
        trail.requireMatch(report, requirements.view(report));
        return report;
    }

    private UnitResultAccepted.Period period(Report report) {
        Period period = requirements.period(report);
        return new UnitResultAccepted.Period(period.code().value(), period.year(), period.from(), period.to(),
                period.yearFrom(), period.isAnnual(), requirements.nextDue(period));
    }
}
