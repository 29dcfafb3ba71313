package vn.cchc.messaging.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import vn.cchc.messaging.outbox.RelayLeadership;
import vn.cchc.rest.PeriodicTasks;

/**
 * Gauges of what is in the database. One replica of a service reads them at an interval: the one whose relay is the leader. The
 * others do not have the series. A scrape reads nothing.
 */
@ApplicationScoped
public class SharedGauges {

    @ConfigMapping(prefix = "cchc.metrics")
    interface MetricsConfig {
        /** The interval at which gauges are read from the database. */
        @WithDefault("1m")
        Duration interval();
    }

    private final MeterRegistry registry;
    private final PeriodicTasks tasks;
    private final RelayLeadership leadership;
    private final MetricsConfig config;

    SharedGauges(MeterRegistry registry, PeriodicTasks tasks, RelayLeadership leadership, MetricsConfig config) {
        this.registry = registry;
        this.tasks = tasks;
        this.leadership = leadership;
        this.config = config;
    }

    /** @param read returns all series with their tags; a series that it no longer returns ends */
    public void add(String name, String description, Supplier<Map<Tags, Long>> read) {
        Series series = new Series(MultiGauge.builder(name).description(description).register(registry));
        tasks.every(config.interval(), name + " cannot be read",
                () -> series.replace(leadership.isHeld() ? QuarkusTransaction.requiringNew().call(read::get) : Map.of()));
    }

    /** A series keeps its gauge while its value changes; a scrape between removal and registration would miss it. */
    private static final class Series {

        private final MultiGauge gauge;
        private volatile Map<Tags, Long> values = Map.of();

        Series(MultiGauge gauge) {
            this.gauge = gauge;
        }

        void replace(Map<Tags, Long> current) {
            values = current;
            gauge.register(current.keySet().stream().<Row<?>> map(tags -> Row.of(tags, this, series -> series.value(tags)))
                    .toList());
        }

        private double value(Tags tags) {
            Long value = values.get(tags);
            return value == null ? Double.NaN : value;
        }
    }
}
