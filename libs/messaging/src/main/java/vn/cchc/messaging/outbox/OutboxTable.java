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

/** The relay's access to the outbox, on one connection that also holds the leadership and receives the notifications. */
class OutboxTable implements AutoCloseable {

    /** An arbitrary number, shared by all relays of the database. */
    private static final long LEADERSHIP = 0x0B0CL;

    /** Held by the leader while it is idle; the trigger of the outbox tests it. */
    private static final long IDLE = 0x0B0DL;

    /** Bounds the costs of counting. */
    private static final int MAX_COUNT = 10_000;

    private final Connection connection;
    private final LowWatermark lowWatermark = new LowWatermark();
    private int networkTimeout;
    private boolean idle;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Prepares the session. A relay that hangs keeps its connection and the leadership, so PostgreSQL ends a session
     * without traffic after the timeout. The relay waits no longer for a database that hangs.
     */
    void open(Duration sessionTimeout) throws SQLException {
        networkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) sessionTimeout.toMillis());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set idle_session_timeout = " + sessionTimeout.toMillis());
            statement.execute("set tcp_user_timeout = " + sessionTimeout.toMillis());
            // A plan for an empty table would read and sort the whole of a full one.
            statement.execute("set plan_cache_mode = force_custom_plan");
            statement.execute("listen outbox");
        }
    }

    /** Whether this relay is the leader; it is so until the connection ends. */
    boolean acquireLeadership() throws SQLException {
        return query("select pg_try_advisory_lock(?)", LEADERSHIP);
    }

    /** False while a transaction is open that wrote when the relay was busy, and will not notify. */
    boolean enableNotify() throws SQLException {
        idle = query("select pg_try_advisory_lock(?)", IDLE);
        return idle;
    }

    void disableNotify() throws SQLException {
        if (idle) {
            idle = !query("select pg_advisory_unlock(?)", IDLE);
        }
    }

    boolean isEmpty() throws SQLException {
        return query("select not exists (select from outbox where position > ?)", lowWatermark.position());
    }

    private boolean query(String sql, long parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    OutboxBacklog backlog() throws SQLException {
        Set<String> writers = writers();
        try (PreparedStatement select = connection.prepareStatement("""
                select count(*), min(position), (array_agg(occurred_at order by position))[1]
                from (select position, occurred_at from outbox where position > ? order by position limit ?) counted""")) {
            select.setLong(1, lowWatermark.position());
            select.setInt(2, MAX_COUNT);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long waiting = row.getLong(1);
                lowWatermark.advance(writers, waiting == 0 ? LowWatermark.NO_ROW : row.getLong(2));
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

    List<OutboxRow> next(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select position, event_id, topic, key, type, data, occurred_at, traceparent from outbox
                where position > ? order by position limit ?""")) {
            select.setLong(1, lowWatermark.position());
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new OutboxRow(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getObject(7, OffsetDateTime.class), row.getString(8)));
                }
                rows.forEach(each -> lowWatermark.observe(each.position()));
                return rows;
            }
        }
    }

    /** Moves them to the published events. */
    void archive(List<OutboxRow> published) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement("""
                with published as (delete from outbox where position = any(?) returning *)
                insert into published_event (event_id, topic, key, type, data, occurred_at)
                select event_id, topic, key, type, data, occurred_at from published order by position
                on conflict (event_id) do nothing""")) {
            move.setArray(1, connection.createArrayOf("bigint", published.stream().map(OutboxRow::position).toArray()));
            move.executeUpdate();
        }
    }

    void awaitNotification(Duration atMost) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
    }

    /** Resets the session before the connection returns to the pool: a remaining lock would block every relay. */
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
