package vn.cchc.messaging.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import vn.cchc.messaging.PersistenceFailure;

/**
 * The applied events: by their ids, and all events below a partition's floor that were sent before the time of the
 * floor. An event below the floor that was sent later belongs to a recreated topic. All methods use the current
 * transaction.
 */
@ApplicationScoped
public class InboxTable {

    /** An arbitrary number, shared by the readers of events and everything that changes the history of the table. */
    private static final long TABLE = 0x1B0CL;

    /** An arbitrary number, shared by all rebuilds. */
    private static final long REBUILD = 0x1B0DL;

    /** An arbitrary number, shared by all prunings. */
    private static final long PRUNING = 0x1B0EL;

    private static final String LOCK_TIMEOUT = "2s";

    private static final String MARK_REPROCESSED = """
            insert into inbox (event_id, topic, partition, "offset") values (?, ?, ?, ?) on conflict do nothing""";

    private static final String MARK_PROCESSED = """
            insert into inbox (event_id, topic, partition, "offset")
            select event_id, ?, partition, "offset"
            from unnest(?, ?, ?, ?) as received (event_id, partition, "offset", sent_at)
            where not exists (select from inbox_floor floor where floor.topic = ? and floor.partition = received.partition
              and received."offset" <= floor."offset" and received.sent_at < floor.sent_before)
              and not exists (select from dead_letter letter where letter.event_id = received.event_id
                and letter.state <> 'APPLIED')
            on conflict do nothing
            returning event_id""";

    private static final String MARK_AGAIN = """
            insert into inbox (event_id, topic, partition, "offset")
            select event_id, ?, partition, "offset" from unnest(?, ?, ?) as found (event_id, partition, "offset")
            on conflict (event_id) do update set topic = excluded.topic, partition = excluded.partition,
              "offset" = excluded."offset", applied_at = excluded.applied_at""";

    private static final String IS_MARKED = """
            select from inbox where event_id = ? and topic = ? and partition = ? and "offset" = ?""";

    // Of the pruned events of a partition, the latest one stands for all.
    private static final String NOT_MARKED_AGAIN = """
            select count(*) from (
              select event_id from inbox where topic = any(?) and xmin <> pg_current_xact_id()::xid union all
              select event_id from inbox_floor where topic = any(?) and event_id is not null
                and not exists (select from inbox where inbox.event_id = inbox_floor.event_id)) missing""";

    // The age is relative to the newest event of the partition and not to the clock: a relay that sends twice does so before it
    // sends anything newer, however long it was away, so a repeated event is never older than the horizon. An event that is read
    // again from the topic lies below the floor. The clocks of relays and of this database may differ by half of the retention.
    private static final String PRUNE = """
            with horizon as (
              select distinct on (topic, partition) topic, partition, applied_at - make_interval(secs => kept) as at,
                applied_at - make_interval(secs => kept / 2) as sent_before
              from inbox, (values (?)) as retention (kept) order by topic, partition, "offset" desc
            ), pruned as (
              delete from inbox using horizon
              where inbox.topic = horizon.topic and inbox.partition = horizon.partition and applied_at < horizon.at
              returning inbox.topic, inbox.partition, "offset", sent_before, event_id
            )
            insert into inbox_floor (topic, partition, "offset", sent_before, event_id)
            select distinct on (topic, partition) topic, partition, "offset", sent_before, event_id
            from pruned order by topic, partition, "offset" desc
            on conflict (topic, partition) do update set
              "offset" = greatest(inbox_floor."offset", excluded."offset"), sent_before = excluded.sent_before,
              event_id = excluded.event_id""";

    private final DataSource database;

    InboxTable(DataSource database) {
        this.database = database;
    }

    /** For readers of events; any number of them can hold the lock. */
    public void lockShared() {
        if (!query("select pg_try_advisory_xact_lock_shared(?)", TABLE)) {
            throw new RetryableException("the read model is being rebuilt");
        }
    }

    /** Reserves the rebuild for this transaction; false if another one holds it. */
    public boolean tryLockRebuild() {
        return query("select pg_try_advisory_xact_lock(?)", REBUILD);
    }

    /** The same for the pruning: one replica prunes. */
    boolean tryLockPruning() {
        return query("select pg_try_advisory_xact_lock(?)", PRUNING);
    }

    private boolean query(String sql, long lock) {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, lock);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** For a change of the history of the table: excludes the readers. */
    public void lockExclusive() {
        run("select pg_advisory_xact_lock(?)", lock -> lock.setLong(1, TABLE));
    }

    /** The same with a timeout, for a request. */
    void tryLockExclusive() {
        run("select set_config('lock_timeout', ?, true)", timeout -> timeout.setString(1, LOCK_TIMEOUT));
        lockExclusive();
    }

    /** Marks events as processed. Returns the ids of those that were not. */
    public Set<UUID> markProcessed(String topic, List<? extends ReceivedEvent<?>> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(MARK_PROCESSED)) {
            insert.setString(1, topic);
            insert.setArray(2, connection.createArrayOf("uuid", column(events, ReceivedEvent::id)));
            insert.setArray(3, connection.createArrayOf("int", column(events, ReceivedEvent::partition)));
            insert.setArray(4, connection.createArrayOf("bigint", column(events, ReceivedEvent::offset)));
            insert.setArray(5, connection.createArrayOf("timestamptz", column(events, InboxTable::sentAt)));
            insert.setString(6, topic);
            Set<UUID> unprocessed = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    unprocessed.add(row.getObject(1, UUID.class));
                }
            }
            return unprocessed;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** Marks an earlier dead letter as processed, even if it lies below the floor now. */
    boolean markReprocessed(String topic, ReceivedEvent<?> event) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(MARK_REPROCESSED)) {
            insert.setObject(1, event.id());
            insert.setString(2, topic);
            insert.setInt(3, event.partition());
            insert.setLong(4, event.offset());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /**
     * Marks the events that a rebuild finds on a topic. An event that was published again is there twice: the second
     * time in the order of all events, and so that is its place.
     *
     * @param found the messages by the ids of their events
     */
    public void markAgain(String topic, Map<UUID, ConsumerRecord<String, byte[]>> found) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(MARK_AGAIN)) {
            insert.setString(1, topic);
            insert.setArray(2, connection.createArrayOf("uuid", found.keySet().toArray()));
            insert.setArray(3,
                    connection.createArrayOf("int", found.values().stream().map(ConsumerRecord::partition).toArray()));
            insert.setArray(4,
                    connection.createArrayOf("bigint", found.values().stream().map(ConsumerRecord::offset).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** Whether this is the place of the event in a rebuild. */
    public boolean isMarked(String topic, ReceivedEvent<?> event) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(IS_MARKED)) {
            select.setObject(1, event.id());
            select.setString(2, topic);
            select.setInt(3, event.partition());
            select.setLong(4, event.offset());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** Counts the events that were processed before and that the rebuild of this transaction has not found on the topics. */
    public long countNotMarkedAgain(Collection<String> topics) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(NOT_MARKED_AGAIN)) {
            Array names = connection.createArrayOf("text", topics.toArray());
            count.setArray(1, names);
            count.setArray(2, names);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    void prune(Duration retention) {
        run(PRUNE, prune -> prune.setDouble(1, retention.toMillis() / 1000.0));
    }

    /** For the end of a rebuild, which has marked each event of the topics again. */
    public void removeFloors() {
        run("delete from inbox_floor", nothing -> {
        });
    }

    public void remove(UUID event) {
        run("delete from inbox where event_id = ?", delete -> delete.setObject(1, event));
    }

    private static String sentAt(ReceivedEvent<?> event) {
        return event.sentAt().toString();
    }

    private static Object[] column(List<? extends ReceivedEvent<?>> events, Function<ReceivedEvent<?>, Object> value) {
        return events.stream().map(value).toArray();
    }

    private void run(String sql, Parameters parameters) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.execute();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
