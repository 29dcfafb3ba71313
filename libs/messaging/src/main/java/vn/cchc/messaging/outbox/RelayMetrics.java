package vn.cchc.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Metrics of the outbox and the relay. */
@ApplicationScoped
class RelayMetrics {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Clock clock;
    private final Counter published;
    private final Counter failures;
    private Instant reportedAt = Instant.EPOCH;
    private volatile OutboxBacklog backlog = OutboxBacklog.NOTHING;

    RelayMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.published = Counter.builder("cchc.relay.published").description("Events that Kafka acknowledged")
                .register(registry);
        this.failures = Counter.builder("cchc.relay.failures")
                .description("Attempts that failed because of Kafka or the database")
                .register(registry);
        Gauge.builder("cchc.outbox.waiting", this, metrics -> metrics.backlog.waiting())
                .description("Events that are not published yet, counted up to 10,000").register(registry);
        Gauge.builder("cchc.outbox.oldest.age", this, RelayMetrics::secondsOfOldest).baseUnit("seconds")
                .description("Age of the oldest of them").register(registry);
    }

    /** Counting after each batch would take longer than reading the batch. */
    boolean isDue() {
        return Duration.between(reportedAt, clock.instant()).abs().compareTo(INTERVAL) >= 0;
    }

    void report(OutboxBacklog current) {
        reportedAt = clock.instant();
        backlog = current;
    }

    void published(int events) {
        published.increment(events);
    }

    void failed() {
        failures.increment();
    }

    private double secondsOfOldest() {
        return backlog.age(clock.instant()).toMillis() / 1000.0;
    }
}
