package vn.cchc.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Tells operators what waits in the outbox, and what the relay does about it. */
@ApplicationScoped
class RelayMetrics {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Clock clock;
    private final Counter published;
    private final Counter failures;
    private Instant result = Instant.EPOCH;
    private volatile OutboxBacklog backlog = OutboxBacklog.NOTHING;

    RelayMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.published = Counter.builder("cchc.relay.published").description("Events that Kafka acknowledged")
                .register(registry);
        this.failures = Counter.builder("cchc.relay.failures").description("Attempts that Kafka or the database ended")
                .register(registry);
        Gauge.builder("cchc.outbox.waiting", this, metrics -> metrics.backlog.waiting())
                .description("Events that wait for Kafka, counted up to 10,000").register(registry);
        Gauge.builder("cchc.outbox.oldest.age", this, RelayMetrics::secondsOfOldest).baseUnit("seconds")
                .description("How long the first of them has waited").register(registry);
    }

    /** Counting after each batch would cost more than reading the batch. */
    boolean isDue() {
        return Duration.between(result, clock.instant()).abs().compareTo(INTERVAL) >= 0;
    }

    void waits(OutboxBacklog seen) {
        result = clock.instant();
        backlog = seen;
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
