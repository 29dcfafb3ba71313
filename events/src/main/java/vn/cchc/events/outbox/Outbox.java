package vn.cchc.events.outbox;

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

import vn.cchc.events.DatabaseFailure;
import vn.cchc.events.Event;
import vn.cchc.events.EventFormat;

/**
 * Where a change leaves the event that tells of it, in the transaction of the change. The {@link Relay} publishes it.
 */
@ApplicationScoped
public class Outbox {

    // Serial order is not commit order: a late committer becomes visible behind a later serial. Whoever writes an event of a
    // key holds that key until its transaction ends, so the next serial of the same key is given only after this commit.
    private static final String TAKE_TURN = "select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))";

    private static final String ADD = """
            insert into outbox (event_id, topic, key, type, data, occurred_at) values (uuidv7(), ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final Clock clock;

    Outbox(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void add(Event event) {
        try (Connection connection = database.getConnection();
                PreparedStatement turn = connection.prepareStatement(TAKE_TURN);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            turn.setString(1, event.topic());
            turn.setString(2, event.key());
            turn.execute();
            add.setString(1, event.topic());
            add.setString(2, event.key());
            add.setString(3, event.type());
            add.setString(4, EventFormat.write(event));
            add.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            add.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
