package vn.cchc.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.messaging.TraceParent;

/** Stores events in the transaction of the change. The {@link Relay} publishes them. */
@ApplicationScoped
public class Outbox {

    // The order of the positions is not the order of the commits: a late committer becomes visible below a later position. A lock
    // on the key until the end of the transaction makes both orders equal for the events of one key.
    private static final String LOCK_KEY = "select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))";

    // In the order of the array, which is that of the keys: two transactions with the same keys would wait for each other otherwise.
    private static final String LOCK_KEYS = """
            select pg_advisory_xact_lock(hashtextextended(key, 0))
            from (select key from unnest(?) with ordinality as given (key, number) order by number) as ordered""";

    private static final String ADD = """
            insert into outbox (event_id, topic, key, type, data, occurred_at, traceparent)
            values (uuidv7(), ?, ?, ?, ?, ?, ?)""";

    private static final String ADD_ALL = """
            insert into outbox (event_id, topic, key, type, data, occurred_at, traceparent)
            select uuidv7(), topic, key, type, data, ?, ? from unnest(?, ?, ?, ?) with ordinality as event (topic, key, type, data, number)
            order by number""";

    /** The maximum of a producer is a megabyte, including the envelope. */
    private static final int MAX_BYTES = 900_000;

    private final DataSource database;
    private final Clock clock;

    Outbox(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void add(Event event) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK_KEY);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            lock.setString(1, event.topic());
            lock.setString(2, event.key());
            lock.execute();
            add.setString(1, event.topic());
            add.setString(2, event.key());
            add.setString(3, Event.typeOf(event.getClass()));
            add.setString(4, serialised(event));
            add.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            add.setString(6, TraceParent.current());
            add.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /**
     * Stores some events with two statements, whatever their number: one locks their keys, one adds them. Each key is a
     * lock in the server's table of locks, so this is for tens of events, not for thousands.
     */
    @Transactional(TxType.MANDATORY)
    public void addAll(List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK_KEYS)) {
            lock.setArray(1, connection.createArrayOf("text",
                    events.stream().map(event -> event.topic() + ' ' + event.key()).distinct().sorted()
                            .toArray(String[]::new)));
            lock.execute();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
        addFirst(events);
    }

    /**
     * Stores the first events of resources that this transaction creates, in one statement. Nobody else can add an
     * event of such a key before the commit, so the keys need no locks; thousands of them would exhaust the server's
     * table of locks.
     */
    @Transactional(TxType.MANDATORY)
    public void addFirst(List<? extends Event> events) {
        try (Connection connection = database.getConnection(); PreparedStatement add = connection.prepareStatement(ADD_ALL)) {
            add.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            add.setString(2, TraceParent.current());
            add.setArray(3, texts(connection, events, Event::topic));
            add.setArray(4, texts(connection, events, Event::key));
            add.setArray(5, texts(connection, events, event -> Event.typeOf(event.getClass())));
            add.setArray(6, texts(connection, events, Outbox::serialised));
            add.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private static Array texts(Connection connection, List<? extends Event> events, Function<Event, String> text)
            throws SQLException {
        return connection.createArrayOf("text", events.stream().map(text).toArray(String[]::new));
    }

    /** An event that Kafka refuses would block all later ones; here it fails its own change only. */
    private static String serialised(Event event) {
        String data = EventFormat.write(event);
        if (data.getBytes(UTF_8).length > MAX_BYTES) {
            throw new IllegalStateException("%s %s is larger than %d bytes"
                    .formatted(Event.typeOf(event.getClass()), event.key(), MAX_BYTES));
        }
        return data;
    }
}
