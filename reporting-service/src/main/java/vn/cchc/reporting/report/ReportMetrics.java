package vn.cchc.reporting.report;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.metrics.SharedGauges;

/** The number of reports by state, without those that ended with their unit. */
@ApplicationScoped
class ReportMetrics {

    private final Reports reports;

    ReportMetrics(Reports reports) {
        this.reports = reports;
    }

    void start(@Observes StartupEvent started, SharedGauges gauges) {
        gauges.add("cchc.reports", "Reports by state, without those that ended with their unit", this::read);
    }

    private Map<Tags, Long> read() {
        Map<ReportState, Long> counts = reports.countByState();
        return Stream.of(ReportState.values())
                .collect(toMap(state -> Tags.of("state", state.name()), state -> counts.getOrDefault(state, 0L)));
    }
}
