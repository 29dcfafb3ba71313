package vn.cchc.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

/**
 * Adds committed entries to the chain. It polls, because a NOTIFY in the transaction of every change would serialise the
 * commits. One instance seals at a time.
 */
@ApplicationScoped
class AuditChainSealer {

    private static final Logger LOG = Logger.getLogger(AuditChainSealer.class);

    @ConfigMapping(prefix = "cchc.audit")
    interface AuditChainSealerConfig {
        /** Interval of polling: the longest time until an entry is sealed. */
        @WithDefault("250ms")
        @WithConverter(PositiveDuration.class)
        Duration sealEvery();

        /** The number of entries that are sealed in one transaction. */
        @WithDefault("50000")
        @WithConverter(PositiveInteger.class)
        int batchSize();
    }

    /** How many entries are in memory at a time, and their seals in one statement. */
    private static final int CHUNK_SIZE = 1_000;
    private static final String LOCK_KEY = "select pg_try_advisory_xact_lock(hashtextextended('audit_seal', 0))";

    /** Read before the entries: every older transaction is then committed or rolled back. */
    private static final String CURRENT_HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    private static final String LATEST = "from AuditSeal seal left join fetch seal.entry order by seal.position desc limit 1";

    // Entries of transactions older than the horizon are sealed. In a restored copy the transaction numbers start again, so a
    // horizon ahead of every number is ignored. The order is that of the commits if the server keeps their times
    // (track_commit_timestamp), otherwise that of writing, which agrees with every change that read another one's result. "is null"
    // looks up each entry; for "not exists" the planner reads all seals ever, if it has no statistics of the new entries.
    private static final String UNSEALED = """
            select entry.* from audit_entry entry
            where entry.transaction >= case when cast(:horizon as xid8) <= pg_snapshot_xmax(pg_current_snapshot())
                then cast(:horizon as xid8) else '0'::xid8 end
              and (select true from audit_seal seal where seal.entry = entry.id) is null
            order by case when current_setting('track_commit_timestamp') = 'on'
                then pg_xact_commit_timestamp(entry.xmin) end, entry.id
            limit :rows""";

    private static final String INSERT = """
            insert into audit_seal (position, entry, previous, format, hash, sealed_at, horizon)
            select position, entry, previous, format, hash, sealed_at, cast(? as xid8)
            from unnest(?, ?, ?, ?, ?, ?) as seal (position, entry, previous, format, hash, sealed_at)""";

    private final Session database;
    private final Clock clock;
    private final AuditChainSealerConfig config;
    // The horizon of the latest poll without entries. The horizon of the latest seal can be far behind, after a full batch or a
    // long transaction; every poll would then read all entries sealed since.
    private String idleHorizon = "0";
    private volatile Instant polledAt;

    AuditChainSealer(Session database, Clock clock, AuditChainSealerConfig config, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.config = config;
        this.polledAt = clock.instant();
        metrics.gauge("cchc.audit.seconds.since.sealing", this,
                sealer -> Duration.between(sealer.polledAt, clock.instant()).toSeconds());
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(config.sealEvery(), "Sealing of the audit trail failed", this::sealAll);
    }

    private void sealAll() {
        while (QuarkusTransaction.requiringNew().call(this::sealBatch) == config.batchSize()) {
            LOG.debugf("Sealed a full batch of %d entries", config.batchSize());
        }
    }

    /** @return the number of sealed entries */
    private int sealBatch() {
        if (!database.createNativeQuery(LOCK_KEY, Boolean.class).getSingleResult()) {
            return 0;
        }
        polledAt = clock.instant();
        AuditSeal latest = database.createSelectionQuery(LATEST, AuditSeal.class).getSingleResultOrNull();
        String horizon = latest == null ? idleHorizon : later(idleHorizon, latest.horizon);
        String next = database.createNativeQuery(CURRENT_HORIZON, String.class).getSingleResult();
        int sealed = 0;
        List<AuditSeal> chunk = new ArrayList<>(CHUNK_SIZE);
        try (Stream<AuditEntry> unsealed = unsealed(horizon)) {
            for (AuditEntry entry : (Iterable<AuditEntry>) unsealed::iterator) {
                if (chunk.size() == CHUNK_SIZE) {
                    insert(chunk, horizon);
                    chunk.clear();
                    database.clear();
                }
                latest = new AuditSeal(latest == null ? 1 : latest.position + 1,
                        latest == null ? AuditSeal.BEGINNING : latest.hash, entry, clock.instant());
                chunk.add(latest);
                sealed++;
            }
        }
        // All entries before the horizon of the last seal are sealed.
        insert(chunk, sealed < config.batchSize() ? next : horizon);
        if (sealed == 0) {
            idleHorizon = next;
        }
        return sealed;
    }

    private Stream<AuditEntry> unsealed(String horizon) {
        return database.createNativeQuery(UNSEALED, AuditEntry.class).setParameter("horizon", horizon)
                .setParameter("rows", config.batchSize()).setFetchSize(CHUNK_SIZE).getResultStream();
    }

    private void insert(List<AuditSeal> seals, String horizon) {
        if (seals.isEmpty()) {
            return;
        }
        database.doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, horizon);
                insert.setArray(2, array(connection, "int8", seals, seal -> seal.position));
                insert.setArray(3, array(connection, "uuid", seals, seal -> seal.entry.id));
                insert.setArray(4, array(connection, "text", seals, seal -> seal.previous));
                insert.setArray(5, array(connection, "int4", seals, seal -> seal.format));
                insert.setArray(6, array(connection, "text", seals, seal -> seal.hash));
                insert.setArray(7, array(connection, "timestamptz", seals, seal -> seal.sealedAt.toString()));
                insert.executeUpdate();
            }
        });
    }

    private static Array array(Connection connection, String type, List<AuditSeal> seals, Function<AuditSeal, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, seals.stream().map(value).toArray());
    }

    private static String later(String one, String other) {
        return Long.parseLong(one) > Long.parseLong(other) ? one : other;
    }
}
