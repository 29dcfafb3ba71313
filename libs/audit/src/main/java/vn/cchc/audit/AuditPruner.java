package vn.cchc.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

/** Removes entries after their retention, from the beginning of the chain, unless the chain was altered. */
@ApplicationScoped
class AuditPruner {

    private static final Logger LOG = Logger.getLogger(AuditPruner.class);
    private static final int BATCH_SIZE = 10_000;

    @ConfigMapping(prefix = "cchc.audit.retention")
    interface RetentionConfig {
        /**
         * The number of years after which entries are removed; without it they are kept. The database refuses less than the
         * minimum in its table `audit_retention`, by default ten years.
         */
        Optional<@WithConverter(PositiveInteger.class) Integer> years();

        /** The pause between two removals. */
        @WithDefault("24h")
        @WithConverter(PositiveDuration.class)
        Duration pruneEvery();
    }

    private final Session database;
    private final AuditEntries entries;
    private final Clock clock;

    AuditPruner(Session database, AuditEntries entries, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks, RetentionConfig config) {
        config.years().ifPresent(years -> tasks.every(config.pruneEvery(), "Old entries of the audit trail were not removed",
                () -> prune(years)));
    }

    @ActivateRequestContext
    void prune(int years) {
        if (!entries.verifyAll(Checkpoint.NONE).intact()) {
            LOG.warn("The audit trail was altered, so no old entry is removed; its verification names the first mismatch");
            return;
        }
        OffsetDateTime olderThan = OffsetDateTime.now(clock).minusYears(years);
        long removed = 0;
        for (long batch = remove(olderThan); batch > 0; batch = remove(olderThan)) {
            removed += batch;
        }
        if (removed > 0) {
            LOG.infof("Removed %d entries of the audit trail that were older than %d years", removed, years);
        }
    }

    private long remove(OffsetDateTime olderThan) {
        return QuarkusTransaction.requiringNew().call(() -> database
                .createNativeQuery("select remove_old_audit_entries(:olderThan, :rows)", Long.class)
                .setParameter("olderThan", olderThan).setParameter("rows", BATCH_SIZE).getSingleResult());
    }
}
