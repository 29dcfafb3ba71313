package vn.cchc.messaging.inbox;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.PeriodicTasks;

/** Keeps the inbox small. */
@ApplicationScoped
class InboxPruner {

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

    InboxPruner(InboxTable table, InboxConfig config) {
        this.table = table;
        this.config = config;
    }

    void start(@Observes StartupEvent started, PeriodicTasks recurring) {
        recurring.every(config.pruneEvery(), "Old events stay in the inbox for now", this::prune);
    }

    void prune() {
        QuarkusTransaction.requiringNew().run(() -> {
            table.own();
            table.prune(config.retention());
        });
    }
}
