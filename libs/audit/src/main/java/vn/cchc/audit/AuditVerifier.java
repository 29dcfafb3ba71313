package vn.cchc.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;

/**
 * Verifies the whole chain from its beginning, by schedule and on request, and keeps how far it was intact. A verification
 * that starts there does not find what was altered before it; this one does.
 */
@ApplicationScoped
class AuditVerifier {

    private static final Logger LOG = Logger.getLogger(AuditVerifier.class);
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended('audit_verification', 0))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('audit_verification', 0))";

    @ConfigMapping(prefix = "cchc.audit.verification")
    interface VerificationConfig {
        /** The pause between two verifications of the whole trail. */
        @WithDefault("24h")
        @WithConverter(PositiveDuration.class)
        Duration every();

        /** Interval in which a replica looks whether a verification is due. */
        @WithDefault("10m")
        @WithConverter(PositiveDuration.class)
        Duration pollInterval();
    }

    private final AuditEntries entries;
    private final DataSource connections;
    private final VerificationConfig config;
    private final Clock clock;
    private volatile Instant verifiedAt;
    /** When a verification by this replica found a mismatch; null if none did. */
    private volatile Instant alteredAt;

    AuditVerifier(AuditEntries entries, DataSource connections, VerificationConfig config, Clock clock,
            MeterRegistry metrics) {
        this.entries = entries;
        this.connections = connections;
        this.config = config;
        this.clock = clock;
        this.verifiedAt = clock.instant();
        metrics.gauge("cchc.audit.seconds.since.verification", this,
                verifier -> Duration.between(verifier.verifiedAt, clock.instant()).toSeconds());
        metrics.gauge("cchc.audit.altered", this, verifier -> verifier.isAltered() ? 1 : 0);
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(config.pollInterval(), "Verification of the audit trail failed", this::verifyIfDue);
    }

    /** Not by the pause between two runs: a service that is started again every day would never verify. */
    @ActivateRequestContext
    void verifyIfDue() {
        entries.verifiedPart().ifPresent(part -> verifiedAt = part.verifiedAt());
        if (isDue()) {
            inOneReplica(() -> verifyAll(Checkpoint.NONE));
        }
    }

    /** From the latest verification of the whole chain on. */
    Verification verify(Checkpoint checkpoint) {
        Verification found = entries.verify(checkpoint);
        noteAlteration(found);
        return found;
    }

    Verification verifyAll(Checkpoint checkpoint) {
        Instant began = clock.instant();
        Verification found = entries.verifyAll(checkpoint);
        noteAlteration(found);
        if (found.intact()) {
            verifiedAt = began;
            if (found.last() > 0) {
                entries.keep(new VerifiedPart(found.last(), found.head(), began));
            }
        }
        return found;
    }

    private boolean isDue() {
        Instant now = clock.instant();
        Instant before = now.minus(config.every());
        Instant latest = entries.verifiedPart().map(VerifiedPart::verifiedAt).orElse(Instant.EPOCH);
        // A forged time in the future must not prevent the next verification.
        return (alteredAt == null || alteredAt.isBefore(before)) && (latest.isBefore(before) || latest.isAfter(now));
    }

    private boolean isAltered() {
        Instant altered = alteredAt;
        return altered != null && !verifiedAt.isAfter(altered);
    }

    private void noteAlteration(Verification found) {
        // A checkpoint that the caller names may be wrong itself.
        if (!found.intact() && found.firstMismatch().type() != Verification.MismatchType.CHECKPOINT_MISSING) {
            alteredAt = clock.instant();
            LOG.errorf("The audit trail was altered: %s at position %d", found.firstMismatch().type(),
                    found.firstMismatch().position());
        }
    }

    /** The lock belongs to the connection, because the verification reads without a transaction. */
    private void inOneReplica(Runnable verification) {
        try (Connection connection = connections.getConnection(); Statement statement = connection.createStatement()) {
            if (!holds(statement, TRY_LOCK)) {
                return;
            }
            try {
                // Another replica may have ended just before.
                if (isDue()) {
                    verification.run();
                }
            } finally {
                holds(statement, UNLOCK);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static boolean holds(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
