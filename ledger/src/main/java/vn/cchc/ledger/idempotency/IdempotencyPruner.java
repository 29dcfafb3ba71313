package vn.cchc.ledger.idempotency;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.ledger.idempotency.IdempotencyRecords.Retention;

/** Takes away what is too old to be repeated. */
@ApplicationScoped
class IdempotencyPruner {

    private static final Logger LOG = Logger.getLogger(IdempotencyPruner.class);

    private final IdempotencyRecords records;
    private final Retention retention;
    private final ScheduledExecutorService executor;
    private Future<?> work;

    IdempotencyPruner(IdempotencyRecords records, Retention retention, ScheduledExecutorService executor) {
        this.records = records;
        this.retention = retention;
        this.executor = executor;
    }

    void start(@Observes StartupEvent started) {
        long pause = retention.pruneEvery().toMillis();
        work = executor.scheduleWithFixedDelay(this::prune, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        work.cancel(false);
    }

    private void prune() {
        try {
            records.prune();
        } catch (RuntimeException e) {
            // Whatever it was: a pruner that ended would let the table grow for ever.
            LOG.warnf("What is too old to be repeated stays for now: %s", e.getMessage());
        }
    }
}
