package vn.cchc.messaging.inbox;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.start.SettingConverters.AnHourOrMore;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;

/** Deletes old ids from the inbox. */
@ApplicationScoped
class InboxPruner {

    @ConfigMapping(prefix = "cchc.inbox")
    interface InboxConfig {
        /** How much older than the newest event of its partition an event is when its id is deleted. */
        @WithDefault("7d")
        @WithConverter(AnHourOrMore.class)
        Duration retention();

        /** The pause between two prunings. */
        @WithDefault("1h")
        @WithConverter(PositiveDuration.class)
        Duration pruneEvery();
    }

    private final InboxTable table;
    private final InboxConfig config;

    InboxPruner(InboxTable table, InboxConfig config) {
        this.table = table;
        this.config = config;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(config.pruneEvery(), "Pruning of the inbox failed", this::prune);
    }

    void prune() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (table.tryLockPruning()) {
                table.lockExclusive();
                table.prune(config.retention());
            }
        });
    }
}
