package vn.cchc.events.deadletter;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.events.deadletter.DeadLetters.Waiting;

/** Tells operators that letters wait for them. The service is ready all the same: everything else was applied. */
@Readiness
@ApplicationScoped
class DeadLetterWatch implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DeadLetterWatch.class);
    private static final int COUNTED = 10_000;
    private static final int PAUSE_SECONDS = 2;

    private final DeadLetters letters;
    private final ScheduledExecutorService executor;
    private volatile Waiting waiting = new Waiting(0, null);
    private Future<?> work;

    DeadLetterWatch(DeadLetters letters, ScheduledExecutorService executor, MeterRegistry registry) {
        this.letters = letters;
        this.executor = executor;
        Gauge.builder("cchc.dead.letters.open", this, watch -> watch.waiting.letters())
                .description("Events that wait for an operator, counted up to 10,000").register(registry);
    }

    void start(@Observes StartupEvent started) {
        work = executor.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, SECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        work.cancel(false);
    }

    private void look() {
        try {
            waiting = letters.waiting(COUNTED);
        } catch (RuntimeException e) {
            // Whatever it was: a watch that ended would never tell again.
            LOG.warnf("Dead letters are not counted for now: %s", e.getMessage());
        }
    }

    @Override
    public HealthCheckResponse call() {
        Waiting seen = waiting;
        HealthCheckResponseBuilder health = HealthCheckResponse.named("dead-letters").up().withData("open", seen.letters());
        return seen.oldest() == null ? health.build() : health.withData("oldest", seen.oldest().toString()).build();
    }
}
