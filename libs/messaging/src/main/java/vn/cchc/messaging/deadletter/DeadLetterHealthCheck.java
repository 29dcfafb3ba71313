package vn.cchc.messaging.deadletter;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.deadletter.DeadLetters.OpenLetters;
import vn.cchc.rest.PeriodicTasks;

/** Reports open dead letters. The service is ready nevertheless: all other events were applied. */
@Readiness
@ApplicationScoped
class DeadLetterHealthCheck implements HealthCheck {

    private static final int MAX_COUNT = 10_000;
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final DeadLetters letters;
    private volatile OpenLetters open = new OpenLetters(0, null);

    DeadLetterHealthCheck(DeadLetters letters, MeterRegistry registry) {
        this.letters = letters;
        Gauge.builder("cchc.dead.letters.open", this, check -> check.open.count())
                .description("Open dead letters, counted up to 10,000").register(registry);
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(INTERVAL, "Counting of dead letters failed", () -> open = letters.open(MAX_COUNT));
    }

    @Override
    public HealthCheckResponse call() {
        OpenLetters current = open;
        HealthCheckResponseBuilder health = HealthCheckResponse.named("dead-letters").up().withData("open", current.count());
        return current.oldest() == null ? health.build() : health.withData("oldest", current.oldest().toString()).build();
    }
}
