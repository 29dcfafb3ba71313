package vn.cchc.messaging.deadletter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.messaging.deadletter.DeadLetter.State;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

/** The dead letters of this service, one for each position on a topic. */
@ApplicationScoped
public class DeadLetters implements PanacheRepositoryBase<DeadLetter, UUID> {

    private static final String ADD = """
            insert into dead_letter (id, source_topic, source_partition, source_offset, key, event_id, headers, payload, reason,
              cause, received_at, state, lock)
            select uuidv7(), :topic, :partition, :offset, :key, :event, cast(:headers as jsonb), :payload, :reason, :cause, :at,
              'OPEN', 0
            where not exists (select from inbox where event_id = :event)
            on conflict (source_topic, source_partition, source_offset, event_id)\s""";

    private static final String ON_CONFLICT_KEEP = "do nothing";

    private static final String ON_CONFLICT_REOPEN = """
            do update set state = 'OPEN', resolved_at = null, reason = excluded.reason, cause = excluded.cause,
              lock = dead_letter.lock + 1 where dead_letter.state = 'APPLIED'""";

    private final Session database;
    private final ObjectMapper json;
    private final Clock clock;

    DeadLetters(Session database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Adds a dead letter, unless a rebuild has applied its event since. */
    @Transactional(TxType.MANDATORY)
    void add(IncomingDeadLetter letter) {
        add(letter, ON_CONFLICT_KEEP);
    }

    /** Adds or reopens the dead letter of an event that a rebuild cannot apply. */
    @Transactional(TxType.MANDATORY)
    public void reopen(ConsumerRecord<String, byte[]> message, Throwable failure) {
        add(IncomingDeadLetter.of(message, failure, clock.instant()), ON_CONFLICT_REOPEN);
    }

    /** The events that were not applied; an event that is on the topic twice can have a second, open letter although it was. */
    @Transactional(TxType.MANDATORY)
    public UnappliedEvents unapplied() {
        return UnappliedEvents.of(database.createNativeQuery("""
                select event_id, source_topic, source_partition, source_offset from dead_letter letter where state <> 'APPLIED'
                  and not exists (select from inbox where inbox.event_id = letter.event_id)""", Object[].class)
                .setTupleTransformer((values, names) -> new UnappliedEvents.Letter((UUID) values[0],
                        new RecordPosition((String) values[1], (Integer) values[2], (Long) values[3])))
                .getResultList());
    }

    private void add(IncomingDeadLetter letter, String onConflict) {
        MutationQuery add = database.createNativeMutationQuery(ADD + onConflict);
        add.setParameter("topic", letter.source().topic()).setParameter("partition", letter.source().partition())
                .setParameter("offset", letter.source().offset()).setParameter("key", letter.key(), String.class)
                .setParameter("event", letter.eventId(), UUID.class).setParameter("headers", serialised(letter.headers()))
                .setParameter("payload", letter.payload(), byte[].class).setParameter("reason", letter.reason())
                .setParameter("cause", letter.cause(), String.class).setParameter("at", letter.at()).executeUpdate();
    }

    private String serialised(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    List<DeadLetter> matching(State state, UUID after, int rows) {
        var found = state == null ? find("id > ?1 order by id", after)
                : find("id > ?1 and state = ?2 order by id", after, state);
        return found.page(0, rows).list();
    }

    DeadLetter require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound(ResourceType.DEAD_LETTER, id));
    }

    @Transactional
    byte[] payload(UUID id) {
        return require(id).payload();
    }

    /** The dead letter, locked until the end of the transaction. */
    DeadLetter requireForUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.DEAD_LETTER, id));
    }

    /** @param limit the highest count */
    @Transactional
    OpenLetters open(int limit) {
        return database.createNativeQuery(
                """
                        select count(*), min(received_at) from (select received_at from dead_letter where state = 'OPEN' order by id limit :rows) open""",
                Object[].class).setParameter("rows", limit)
                .addScalar("count", Long.class).addScalar("min", Instant.class)
                .setTupleTransformer((values, names) -> new OpenLetters((Long) values[0], (Instant) values[1]))
                .getSingleResult();
    }

    /** @param oldest time of the oldest; null for none */
    record OpenLetters(long count, Instant oldest) {
    }
}
