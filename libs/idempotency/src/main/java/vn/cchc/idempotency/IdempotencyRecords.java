package vn.cchc.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ApplicationScoped
class IdempotencyRecords {

    @ConfigMapping(prefix = "cchc.idempotency")
    interface Retention {
        @WithDefault("24h")
        Duration keepFor();

        @WithDefault("10m")
        Duration pruneEvery();
    }

    // While another transaction holds the same key it waits for its end. What is too old counts as gone before it is pruned.
    private static final String RESERVE = """
            insert into idempotency_record as kept (client, subject, key, request, at)
            values (:client, :subject, :key, :request, :now)
            on conflict (client, subject, key) do update
              set request = excluded.request, at = excluded.at, status = null, location = null, body = null, etag = null
              where kept.at <= :expired""";

    private final EntityManager database;
    private final Clock clock;
    private final Retention retention;

    IdempotencyRecords(EntityManager database, Clock clock, Retention retention) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
    }

    /** @return whether the call is the first of its key */
    boolean reserve(IdempotencyKey key, RequestHash request) {
        Instant now = clock.instant();
        return database.createNativeQuery(RESERVE).setParameter("client", key.client()).setParameter("subject", key.subject())
                .setParameter("key", key.key()).setParameter("request", request.hex()).setParameter("now", now)
                .setParameter("expired", now.minus(retention.keepFor())).executeUpdate() == 1;
    }

    Optional<IdempotencyRecord> find(IdempotencyKey key) {
        return Optional.ofNullable(database.find(IdempotencyRecord.class, key));
    }

    void keep(IdempotencyKey key, StoredResponse reply) {
        database.createQuery("""
                update IdempotencyRecord set status = :status, location = :location, body = :body, etag = :etag
                where id = :key""").setParameter("status", reply.status()).setParameter("location", reply.location())
                .setParameter("body", reply.json()).setParameter("etag", reply.etag()).setParameter("key", key).executeUpdate();
    }

    @Transactional
    void prune() {
        database.createQuery("delete from IdempotencyRecord where at <= :expired")
                .setParameter("expired", clock.instant().minus(retention.keepFor())).executeUpdate();
    }
}
