package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;

/** The use cases of the reviewing Department: accept and return a report. Only accepted figures are published. */
@ApplicationScoped
class ReviewService {

    private final Reports reports;
    private final ReportRequirements requirements;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    ReviewService(Reports reports, ReportRequirements requirements, Outbox outbox, AuditTrail trail, Clock clock) {
        this.reports = reports;
        this.requirements = requirements;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    ReportView accept(UUID id, ChangeContext context) {
        Report report = lockForUpdate(id, context);
        requirements.requireUnitExists(report);
        trail.change(report, Action.ACCEPT.name(), context, () -> report.accept(context.by(), clock.instant()));
        var period = period(report);
        requirements.requiredIndicators(report).forEach(
                indicator -> outbox.add(report.resultAccepted(indicator.code(), indicator.plan(), period)));
        return requirements.view(report);
    }

    @Transactional
    ReportView returnToUnit(UUID id, NewReturn wanted, ChangeContext context) {
        Report report = lockForUpdate(id, context);
        NewReturn reason = NewReturn.requireReason(wanted);
        ChangeReason given = ChangeReason.of(reason.reasonCode(), reason.reason());
        trail.change(report, Action.RETURN.name(), context.withReason(given),
                () -> report.returnToUnit(context.by(), clock.instant(), reason.reasonCode(), reason.reason()));
        return requirements.view(report);
    }

    private Report lockForUpdate(UUID id, ChangeContext context) {
        Report report = reports.requireForUpdate(id, ReportAccess.of(context.actor()));
        trail.requireMatch(report, context, () -> requirements.view(report));
        return report;
    }

    private UnitResultAccepted.Period period(Report report) {
        Period period = requirements.period(report);
        return new UnitResultAccepted.Period(period.code().value(), period.year(), period.from(), period.to(),
                period.yearFrom(), period.isAnnual());
    }
}
