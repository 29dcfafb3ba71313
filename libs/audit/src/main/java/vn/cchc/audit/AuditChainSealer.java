package vn.cchc.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.PeriodicTasks;

/**
 * Puts committed entries into the chain. It looks often instead of being called: a NOTIFY in every change's transaction would
 * let the commits wait for one another. One instance seals at a time; whoever finds it at work leaves it the work.
 */
@ApplicationScoped
class AuditChainSealer {

    private static final Logger LOG = Logger.getLogger(AuditChainSealer.class);

    @ConfigMapping(prefix = "cchc.audit")
    interface AuditChainSealerConfig {
        /** How long an entry waits for its seal at most, give or take the sealing itself. */
        @WithDefault("250ms")
        Duration sealEvery();

        @WithDefault("5000")
        int batchSize();
    }

    private static final String LOCK_KEY = "select pg_try_advisory_xact_lock(hashtextextended('audit_seal', 0))";

    /** Asked before one looks: whatever is older is then committed or gone. */
    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    private static final String LAST = "from AuditSeal seal left join fetch seal.entry order by seal.position desc limit 1";

    // What a transaction older than the horizon wrote is sealed. Of a restored copy the numbers begin anew, so a horizon that
    // lies ahead of every number says nothing. In the order of the commits where the server keeps their times
    // (track_commit_timestamp); else in the order of writing, which no change that saw another one's result can contradict.
    private static final String UNSEALED = """
            select entry.* from audit_entry entry
            where entry.transaction >= case when cast(:horizon as xid8) <= pg_snapshot_xmax(pg_current_snapshot())
                then cast(:horizon as xid8) else '0'::xid8 end
              and not exists (select from audit_seal seal where seal.entry = entry.id)
            order by case when current_setting('track_commit_timestamp') = 'on'
                then pg_xact_commit_timestamp(entry.xmin) end, entry.id
            limit :most""";

    private final Session database;
    private final Clock clock;
    private final AuditChainSealerConfig config;
    // The horizon when nothing was found; no seal keeps it. Without it each look in a quiet hour would go over all that was
    // sealed since the horizon of the last seal, which a full batch or a transaction long open leaves far behind.
    private String seen = "0";
    private volatile Instant lastTurn;

    AuditChainSealer(Session database, Clock clock, AuditChainSealerConfig config, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.config = config;
        this.lastTurn = clock.instant();
        metrics.gauge("cchc.audit.seconds.since.sealing", this,
                sealer -> Duration.between(sealer.lastTurn, clock.instant()).toSeconds());
    }

    void start(@Observes StartupEvent started, PeriodicTasks recurring) {
        recurring.every(config.sealEvery(), "The audit trail waits for its seals", this::sealAll);
    }

    private void sealAll() {
        while (QuarkusTransaction.requiringNew().call(this::sealSome) == config.batchSize()) {
            LOG.debugf("Sealed %d entries, and there are more", config.batchSize());
        }
    }

    /** @return how many */
    private int sealSome() {
        if (!database.createNativeQuery(LOCK_KEY, Boolean.class).getSingleResult()) {
            return 0;
        }
        lastTurn = clock.instant();
        AuditSeal last = database.createSelectionQuery(LAST, AuditSeal.class).getSingleResultOrNull();
        String horizon = last == null ? seen : later(seen, last.horizon);
        String next = database.createNativeQuery(HORIZON, String.class).getSingleResult();
        List<AuditEntry> found = unsealed(horizon);
        boolean all = found.size() < config.batchSize();
        for (AuditEntry entry : found) {
            last = new AuditSeal(last == null ? 1 : last.position + 1, last == null ? AuditSeal.BEGINNING : last.hash, entry,
                    clock.instant(), all ? next : horizon);
            database.persist(last);
        }
        if (found.isEmpty()) {
            seen = next;
        }
        return found.size();
    }

    private List<AuditEntry> unsealed(String horizon) {
        return database.createNativeQuery(UNSEALED, AuditEntry.class).setParameter("horizon", horizon)
                .setParameter("most", config.batchSize()).getResultList();
    }

    private static String later(String one, String other) {
        return Long.parseLong(one) > Long.parseLong(other) ? one : other;
    }
}
