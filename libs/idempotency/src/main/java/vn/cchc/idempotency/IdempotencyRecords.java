package vn.cchc.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;

@ApplicationScoped
class IdempotencyRecords {

    @ConfigMapping(prefix = "cchc.idempotency")
    interface Retention {
        /** How long the response of a call is kept for its repetition. */
        @WithDefault("24h")
        @WithConverter(PositiveDuration.class)
        Duration keepFor();

        /** The pause between two deletions of expired responses. */
        @WithDefault("10m")
        @WithConverter(PositiveDuration.class)
        Duration pruneEvery();
    }

    // Waits while another transaction holds the same key. An expired record is overwritten before it is pruned.
    private static final String RESERVE = """
            insert into idempotency_record as stored (client, subject, key, request, at)
            values (:client, :subject, :key, :request, :now)
            on conflict (client, subject, key) do update
              set request = excluded.request, at = excluded.at, status = null, location = null, body = null, etag = null
              where stored.at <= :expired""";

    private final EntityManager database;
    private final Clock clock;
    private final Retention retention;

    IdempotencyRecords(EntityManager database, Clock clock, Retention retention) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
    }

    /** @return whether the call is the first with its key */
    boolean reserve(IdempotencyKey key, RequestHash request) {
        Instant now = clock.instant();
        return database.createNativeQuery(RESERVE).setParameter("client", key.client()).setParameter("subject", key.subject())
                .setParameter("key", key.key()).setParameter("request", request.hex()).setParameter("now", now)
                .setParameter("expired", now.minus(retention.keepFor())).executeUpdate() == 1;
    }

    Optional<IdempotencyRecord> find(IdempotencyKey key) {
        return Optional.ofNullable(database.find(IdempotencyRecord.class, key));
    }

    void store(IdempotencyKey key, StoredResponse response) {
        database.createQuery("""
                update IdempotencyRecord set status = :status, location = :location, body = :body, etag = :etag
                where id = :key""").setParameter("status", response.status()).setParameter("location", response.location())
                .setParameter("body", response.json()).setParameter("etag", response.etag()).setParameter("key", key)
                .executeUpdate();
    }

    @Transactional
    void prune() {
        database.createQuery("delete from IdempotencyRecord where at <= :expired")
                .setParameter("expired", clock.instant().minus(retention.keepFor())).executeUpdate();
    }
}
