package vn.cchc.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.metrics.SharedGauges;

/** The number of reports by state. */
@ApplicationScoped
class ReportMetrics {

    private final Reports reports;

    ReportMetrics(Reports reports) {
        this.reports = reports;
    }

    void start(@Observes StartupEvent started, SharedGauges gauges) {
        gauges.add("cchc.reports", "Reports by state", this::read);
    }

    private List<Row<?>> read() {
        Map<ReportState, Long> counts = reports.countByState();
        return Stream.of(ReportState.values())
                .<Row<?>> map(state -> Row.of(Tags.of("state", state.name()), counts.getOrDefault(state, 0L))).toList();
    }
}
