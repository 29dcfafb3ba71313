package vn.cchc.reporting.report;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.reporting.calendar.Period;

/** Keeps each accepted version and publishes its figures. */
@ApplicationScoped
class Acceptances {

    private final ReportVersions versions;
    private final ReportRequirements requirements;
    private final Outbox outbox;

    Acceptances(ReportVersions versions, ReportRequirements requirements, Outbox outbox) {
        this.versions = versions;
        this.requirements = requirements;
        this.outbox = outbox;
    }

    /** @param acceptance accepts the report */
    void record(Report report, Runnable acceptance) {
        Optional<ReportVersion> superseded = versions.current(report);
        acceptance.run();
        versions.persist(new ReportVersion(report));
        var period = period(report);
        requirements.requiredIndicators(report).forEach(
                indicator -> outbox.add(ReportEvents.resultAccepted(report, indicator.code(), indicator.plan(), period)));
        superseded.ifPresent(version -> version.figures.keySet().stream()
                .filter(indicator -> !report.figures.containsKey(indicator))
                .forEach(indicator -> outbox.add(ReportEvents.resultRetracted(report, indicator))));
    }

    private UnitResultAccepted.Period period(Report report) {
        Period period = requirements.period(report);
        return new UnitResultAccepted.Period(period.code().value(), period.year(), period.from(), period.to(),
                period.yearFrom(), period.isAnnual());
    }
}
