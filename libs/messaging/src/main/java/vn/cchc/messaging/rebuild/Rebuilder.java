package vn.cchc.messaging.rebuild;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.inbox.ShutdownState;
import vn.cchc.messaging.inbox.TransientFailureRetry;
import vn.cchc.rest.PeriodicTasks;

/**
 * Runs the requested rebuilds. A rebuild is one transaction, so that readers see the previous data until its end, and an
 * interrupted rebuild has no effect and starts again.
 */
@ApplicationScoped
class Rebuilder {

    private static final Logger LOG = Logger.getLogger(Rebuilder.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofHours(12);

    private final Rebuilds rebuilds;
    private final Replay replay;
    private final TransientFailureRetry retry;
    private final ShutdownState shutdown;

    Rebuilder(Rebuilds rebuilds, Replay replay, TransientFailureRetry retry, ShutdownState shutdown) {
        this.rebuilds = rebuilds;
        this.replay = replay;
        this.retry = retry;
        this.shutdown = shutdown;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(INTERVAL, "The rebuild cannot start", () -> rebuilds.open().ifPresent(this::run));
    }

    private void run(Rebuild rebuild) {
        try {
            QuarkusTransaction.requiringNew().timeout((int) TIMEOUT.toSeconds()).run(() -> rebuild(rebuild));
        } catch (RuntimeException e) {
            LOG.warnf("The rebuild was interrupted: %s", e.getMessage());
            // Kafka's retriable exceptions mean that a broker is away.
            if (!shutdown.isShuttingDown() && !retry.isTransient(e) && !(e instanceof RetriableException)) {
                rebuilds.fail(rebuild, e.getMessage());
            }
        }
    }

    private void rebuild(Rebuild rebuild) {
        if (replay.tryBegin() && rebuilds.isOpen(rebuild)) {
            replay.run(progress -> rebuilds.update(rebuild, progress));
            rebuilds.complete(rebuild);
        }
    }
}
