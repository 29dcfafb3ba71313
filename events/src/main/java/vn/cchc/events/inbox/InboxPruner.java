package vn.cchc.events.inbox;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Keeps the inbox small. */
@ApplicationScoped
class InboxPruner {

    private static final Logger LOG = Logger.getLogger(InboxPruner.class);

    @ConfigMapping(prefix = "cchc.inbox")
    interface InboxConfig {
        /** By how much an event must be older than the newest of its partition until its id is forgotten. */
        @WithDefault("7d")
        Duration retention();

        @WithDefault("1h")
        Duration pruneEvery();
    }

    private final InboxTable table;
    private final InboxConfig config;
    private final ScheduledExecutorService executor;
    private Future<?> work;

    InboxPruner(InboxTable table, InboxConfig config, ScheduledExecutorService executor) {
        this.table = table;
        this.config = config;
        this.executor = executor;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.pruneEvery().toMillis();
        work = executor.scheduleWithFixedDelay(this::pruneOrWarn, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        work.cancel(false);
    }

    private void pruneOrWarn() {
        try {
            prune();
        } catch (RuntimeException e) {
            // Whatever it was: a pruner that ended would let the table grow for ever.
            LOG.warnf("Old events stay in the inbox for now: %s", e.getMessage());
        }
    }

    void prune() {
        QuarkusTransaction.requiringNew().run(() -> {
            table.own();
            table.prune(config.retention());
        });
    }
}
