package vn.cchc.reporting.report;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.events.Event;
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
        Stream<Event> accepted = requirements.requiredIndicators(report).stream()
                .map(indicator -> ReportEvents.resultAccepted(report, indicator.code(), indicator.plan(), period));
        outbox.addAll(Stream.concat(accepted, retracted(superseded, report)).toList());
    }

    private static Stream<Event> retracted(Optional<ReportVersion> superseded, Report report) {
        return superseded.stream().flatMap(version -> version.figures.keySet().stream())
                .filter(indicator -> !report.figures.containsKey(indicator))
                .map(indicator -> ReportEvents.resultRetracted(report, indicator));
    }

    private UnitResultAccepted.Period period(Report report) {
        Period period = requirements.period(report);
        return new UnitResultAccepted.Period(period.code().value(), period.year(), period.from(), period.to(),
                period.yearFrom(), period.isAnnual());
    }
}
