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
import vn.cchc.messaging.deadletter.DeadLetters.Waiting;
import vn.cchc.rest.PeriodicTasks;

/** Tells operators that letters wait for them. The service is ready all the same: everything else was applied. */
@Readiness
@ApplicationScoped
class DeadLetterHealthCheck implements HealthCheck {

    private static final int COUNTED = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DeadLetters letters;
    private volatile Waiting waiting = new Waiting(0, null);

    DeadLetterHealthCheck(DeadLetters letters, MeterRegistry registry) {
        this.letters = letters;
        Gauge.builder("cchc.dead.letters.open", this, watch -> watch.waiting.letters())
                .description("Events that wait for an operator, counted up to 10,000").register(registry);
    }

    void start(@Observes StartupEvent started, PeriodicTasks recurring) {
        recurring.every(PAUSE, "Dead letters are not counted for now", () -> waiting = letters.waiting(COUNTED));
    }

    @Override
    public HealthCheckResponse call() {
        Waiting seen = waiting;
        HealthCheckResponseBuilder health = HealthCheckResponse.named("dead-letters").up().withData("open", seen.letters());
        return seen.oldest() == null ? health.build() : health.withData("oldest", seen.oldest().toString()).build();
    }
}
