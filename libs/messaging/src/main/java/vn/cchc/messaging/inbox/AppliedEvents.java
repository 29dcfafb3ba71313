package vn.cchc.messaging.inbox;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import vn.cchc.events.Event;

/** Logs and measures the events that were applied as they arrived. A rebuild and a redelivery are not measured. */
@ApplicationScoped
class AppliedEvents {

    private static final Logger LOG = Logger.getLogger(AppliedEvents.class);

    /** A scoreboard follows an acceptance within a second. */
    private static final Duration[] DELAYS = { Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30),
            Duration.ofMinutes(1), Duration.ofMinutes(5) };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();

    AppliedEvents(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void report(ReceivedEvent<?> received) {
        Event event = received.event();
        // The key of an event names no person.
        LOG.infof("Applied %s %s", event.getClass().getSimpleName(), event.key());
        topics.computeIfAbsent(event.topic(), this::register).applied(received.occurredAt(), clock.instant());
    }

    private Topic register(String name) {
        Topic topic = new Topic(Timer.builder("cchc.events.delay").tag("topic", name)
                .description("From the time of an event to the commit of its application").serviceLevelObjectives(DELAYS)
                .register(registry));
        TimeGauge.builder("cchc.events.last.applied.timestamp", topic, MILLISECONDS, each -> each.lastApplied)
                .tag("topic", name)
                .description("When the last event was applied, as Unix time").strongReference(true).register(registry);
        return topic;
    }

    private static final class Topic {

        private final Timer delay;
        private volatile long lastApplied;

        Topic(Timer delay) {
            this.delay = delay;
        }

        void applied(Instant occurredAt, Instant now) {
            Duration since = Duration.between(occurredAt, now);
            // The clocks of two services differ a little.
            delay.record(since.isNegative() ? Duration.ZERO : since);
            lastApplied = now.toEpochMilli();
        }
    }
}
