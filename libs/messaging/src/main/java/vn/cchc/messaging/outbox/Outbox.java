package vn.cchc.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.PersistenceFailure;

/**
 * Where a change leaves the event that tells of it, in the transaction of the change. The {@link Relay} publishes it.
 */
@ApplicationScoped
public class Outbox {

    // Serial order is not commit order: a late committer becomes visible behind a later serial. Whoever writes an event of a
    // key holds that key until its transaction ends, so the next serial of the same key is given only after this commit.
    private static final String LOCK_KEY = "select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))";

    private static final String ADD = """
            insert into outbox (event_id, topic, key, type, data, occurred_at) values (uuidv7(), ?, ?, ?, ?, ?)""";

    /** Of the megabyte that a producer sends at most, with room for the envelope. */
    private static final int LARGEST = 900_000;

    private final DataSource database;
    private final Clock clock;

    Outbox(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void add(Event event) {
        try (Connection connection = database.getConnection();
                PreparedStatement turn = connection.prepareStatement(LOCK_KEY);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            turn.setString(1, event.topic());
            turn.setString(2, event.key());
            turn.execute();
            add.setString(1, event.topic());
            add.setString(2, event.key());
            add.setString(3, Event.typeOf(event.getClass()));
            add.setString(4, written(event));
            add.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            add.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** One that Kafka refuses would stop all behind it, so it stops here, where only its own change is undone. */
    private static String written(Event event) {
        String data = EventFormat.write(event);
        if (data.getBytes(UTF_8).length > LARGEST) {
            throw new IllegalStateException("%s %s is larger than %d bytes"
                    .formatted(Event.typeOf(event.getClass()), event.key(), LARGEST));
        }
        return data;
    }
}
