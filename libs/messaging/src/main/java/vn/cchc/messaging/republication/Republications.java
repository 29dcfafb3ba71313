package vn.cchc.messaging.republication;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeRecorder;

/**
 * Puts all published events into the outbox again, in their order and with their ids. A reader that knows an id does not apply
 * the event twice. The events that were waiting in the outbox come last.
 */
@ApplicationScoped
class Republications {

    private static final int TIMEOUT_SECONDS = 300;

    /** New writers wait behind this one, which therefore does not wait long itself. */
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '2s'";

    /** Excludes writers, whose events would otherwise come before earlier ones of the same key. */
    private static final String LOCK = "lock table outbox in share row exclusive mode";

    private static final String ARCHIVE_WAITING = """
            with waiting as (delete from outbox returning *)
            insert into published_event (event_id, topic, key, type, data, occurred_at)
            select event_id, topic, key, type, data, occurred_at from waiting order by position
            on conflict (event_id) do nothing""";

    private static final String REPUBLISH = """
            insert into outbox (event_id, topic, key, type, data, occurred_at)
            select event_id, topic, key, type, data, occurred_at from published_event order by position""";

    private final Session database;
    private final ChangeRecorder recorder;
    private final Clock clock;

    Republications(Session database, ChangeRecorder recorder, Clock clock) {
        this.database = database;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Transactional
    @TransactionConfiguration(timeout = TIMEOUT_SECONDS)
    Republication republish(ChangeContext context) {
        run(LOCK_TIMEOUT);
        run(LOCK);
        run(ARCHIVE_WAITING);
        Republication republication = new Republication(UUID.randomUUID(), clock.instant(), run(REPUBLISH));
        recorder.created(republication, context);
        return republication;
    }

    private long run(String sql) {
        return database.createNativeMutationQuery(sql).executeUpdate();
    }
}
