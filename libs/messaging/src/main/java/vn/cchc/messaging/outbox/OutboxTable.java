package vn.cchc.messaging.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.postgresql.PGConnection;

/** The relay's view of the outbox, on the one connection that also holds its leadership and hears the database's word. */
class OutboxTable implements AutoCloseable {

    /** Any number will do, as long as every relay of the database asks for the same one. */
    private static final long LEADERSHIP = 0x0B0CL;

    /** Held by the leader while it sleeps; the outbox's trigger asks for it too. */
    private static final long ASLEEP = 0x0B0DL;

    /** A count has its price, and an operator need not know by how much it is too many. */
    private static final int COUNTED = 10_000;

    private final Connection connection;
    private final LowWatermark settled = new LowWatermark();
    private int networkTimeout;
    private boolean asleep;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Ready to lead, and to be replaced: a relay that hangs keeps its connection and with it the lead, so PostgreSQL is set to
     * end a session that says nothing, or takes nothing, for so long. In return a database that hangs is not waited for longer.
     */
    void open(Duration silence) throws SQLException {
        networkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set idle_session_timeout = " + silence.toMillis());
            statement.execute("set tcp_user_timeout = " + silence.toMillis());
            // A plan made for an empty table reads and sorts the whole of a full one.
            statement.execute("set plan_cache_mode = force_custom_plan");
            statement.execute("listen outbox");
        }
    }

    /** Whether this relay is the one that publishes; it is so until the connection ends. */
    boolean lead() throws SQLException {
        return isTrue("select pg_try_advisory_lock(?)", LEADERSHIP);
    }

    /** False while a writer that found the relay awake, and so will not tell of its rows, has not ended. */
    boolean enableNotify() throws SQLException {
        asleep = isTrue("select pg_try_advisory_lock(?)", ASLEEP);
        return asleep;
    }

    void disableNotify() throws SQLException {
        if (asleep) {
            asleep = !isTrue("select pg_advisory_unlock(?)", ASLEEP);
        }
    }

    boolean isEmpty() throws SQLException {
        return isTrue("select not exists (select from outbox where position > ?)", settled.position());
    }

    private boolean isTrue(String question, long about) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setLong(1, about);
            try (ResultSet answer = select.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    OutboxBacklog backlog() throws SQLException {
        Set<String> writers = writers();
        try (PreparedStatement select = connection.prepareStatement("""
                select count(*), min(position), (array_agg(occurred_at order by position))[1]
                from (select position, occurred_at from outbox where position > ? order by position limit ?) counted""")) {
            select.setLong(1, settled.position());
            select.setInt(2, COUNTED);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long waiting = row.getLong(1);
                settled.look(writers, waiting == 0 ? LowWatermark.NO_ROW : row.getLong(2));
                OffsetDateTime oldest = row.getObject(3, OffsetDateTime.class);
                return new OutboxBacklog(waiting, oldest == null ? null : oldest.toInstant());
            }
        }
    }

    private Set<String> writers() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select virtualtransaction from pg_locks
                where relation = 'outbox'::regclass and mode = 'RowExclusiveLock' and pid is distinct from pg_backend_pid()
                  and database = (select oid from pg_database where datname = current_database())""");
                ResultSet row = select.executeQuery()) {
            Set<String> writers = new HashSet<>();
            while (row.next()) {
                writers.add(row.getString(1));
            }
            return writers;
        }
    }

    List<OutboxRow> first(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select position, event_id, topic, key, type, data, occurred_at from outbox
                where position > ? order by position limit ?""")) {
            select.setLong(1, settled.position());
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new OutboxRow(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getObject(7, OffsetDateTime.class)));
                }
                rows.forEach(each -> settled.saw(each.position()));
                return rows;
            }
        }
    }

    void remove(List<OutboxRow> published) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where position = any(?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", published.stream().map(OutboxRow::position).toArray()));
            delete.executeUpdate();
        }
    }

    void awaitNotification(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    /** Gives the connection back as it was taken: a lock that stayed with it would keep every relay from leading. */
    @Override
    public void close() throws SQLException {
        try (connection; Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
            statement.execute("select pg_advisory_unlock_all()");
            statement.execute("reset idle_session_timeout");
            statement.execute("reset tcp_user_timeout");
            statement.execute("reset plan_cache_mode");
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
    }
}
