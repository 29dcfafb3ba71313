package vn.cchc.events.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.postgresql.PGConnection;

/** The relay's view of the outbox, on the one connection that also holds its leadership and hears the database's word. */
class OutboxTable implements AutoCloseable {

    /** Any number will do, as long as every relay of the database asks for the same one. */
    private static final long LEADERSHIP = 0x0B0CL;

    /** A count has its price, and an operator need not know by how much it is too many. */
    private static final int COUNTED = 10_000;

    private final Connection connection;
    private int networkTimeout;
    private boolean leading;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Ready to lead, and to be replaced: a relay that hangs keeps its connection and with it the lead, so PostgreSQL is told to
     * end a session that says nothing, or takes nothing, for so long. In return a database that hangs is not waited for longer.
     */
    void open(Duration silence) throws SQLException {
        networkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set idle_session_timeout = " + silence.toMillis());
            statement.execute("set tcp_user_timeout = " + silence.toMillis());
            statement.execute("listen outbox");
        }
    }

    /**
     * Whether this relay is the one that publishes: true from the first time that the lock was free, until the connection ends.
     */
    boolean lead() throws SQLException {
        if (leading) {
            return true;
        }
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LEADERSHIP);
            try (ResultSet answer = lock.executeQuery()) {
                leading = answer.next() && answer.getBoolean(1);
            }
        }
        return leading;
    }

    OutboxBacklog backlog() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select (select count(*) from (select from outbox limit ?) counted),
                       (select occurred_at from outbox order by position limit 1)""")) {
            select.setInt(1, COUNTED);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
                return new OutboxBacklog(row.getLong(1), oldest == null ? null : oldest.toInstant());
            }
        }
    }

    List<OutboxRow> first(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select position, event_id, topic, key, type, data, occurred_at from outbox order by position limit ?""")) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new OutboxRow(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getObject(7, OffsetDateTime.class)));
                }
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

    void awaitWord(Duration atMost) throws SQLException {
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
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
    }
}
