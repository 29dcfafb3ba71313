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
 * Rebuilds when an operator asks for it. That is one transaction, so that everybody reads what was there before until the new
 * is whole, and a rebuild that is cut off leaves no trace and is begun again.
 */
@ApplicationScoped
class Rebuilder {

    private static final Logger LOG = Logger.getLogger(Rebuilder.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Rebuilds rebuilds;
    private final Replay replay;
    private final TransientFailureRetry patience;
    private final ShutdownState stop;

    Rebuilder(Rebuilds rebuilds, Replay replay, TransientFailureRetry patience, ShutdownState stop) {
        this.rebuilds = rebuilds;
        this.replay = replay;
        this.patience = patience;
        this.stop = stop;
    }

    void start(@Observes StartupEvent started, PeriodicTasks recurring) {
        recurring.every(LOOK, "No rebuild for now", () -> rebuilds.open().ifPresent(this::run));
    }

    private void run(Rebuild asked) {
        try {
            QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(() -> rebuild(asked));
        } catch (RuntimeException e) {
            LOG.warnf("The rebuild was cut off: %s", e.getMessage());
            // What Kafka calls worth another try is a broker that is away.
            if (!stop.hasBegun() && !patience.isTransient(e) && !(e instanceof RetriableException)) {
                rebuilds.failed(asked, e.getMessage());
            }
        }
    }

    private void rebuild(Rebuild asked) {
        if (replay.mayBegin() && rebuilds.isOpen(asked)) {
            replay.run(progress -> rebuilds.progressed(asked, progress));
            rebuilds.done(asked);
        }
    }
}
