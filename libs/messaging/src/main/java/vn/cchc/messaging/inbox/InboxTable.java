package vn.cchc.messaging.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

import vn.cchc.messaging.PersistenceFailure;

/**
 * Which events were applied: by their ids, and below each partition's floor all of them that were sent before the floor was
 * laid. What was sent later lies in a topic that was made anew. Everything here belongs to the transaction that is under way.
 */
@ApplicationScoped
public class InboxTable {

    /** Any number will do, as long as whoever reads events and whoever changes the table's past ask for the same one. */
    private static final long TABLE = 0x1B0CL;

    /** The same for whoever rebuilds. */
    private static final long REBUILD = 0x1B0DL;

    private static final String PATIENCE_OF_A_CALLER = "2s";

    private static final String ENTER_LATE = """
            insert into inbox (event_id, topic, partition, "offset") values (?, ?, ?, ?) on conflict do nothing""";

    private static final String ENTER = """
            insert into inbox (event_id, topic, partition, "offset")
            select event_id, ?, partition, "offset"
            from unnest(?, ?, ?, ?) as arrival (event_id, partition, "offset", sent_at)
            where not exists (select from inbox_floor floor where floor.topic = ? and floor.partition = arrival.partition
              and arrival."offset" <= floor."offset" and arrival.sent_at < floor.sent_before)
            on conflict do nothing
            returning event_id""";

    // Measured by the newest event of the same partition and not by the clock: a relay that sends twice does so before it sends
    // anything newer, however long it was away in between, so what is repeated is never behind the horizon. And what is read a
    // second time, from the topic's beginning if need be, lies below the floor. Between what is pruned and the newest lies the
    // time that is kept; the clocks of relays and of this database may differ by half of it.
    private static final String PRUNE = """
            with horizon as (
              select distinct on (topic, partition) topic, partition, applied_at - make_interval(secs => kept) as at,
                applied_at - make_interval(secs => kept / 2) as sent_before
              from inbox, (values (?)) as retention (kept) order by topic, partition, "offset" desc
            ), pruned as (
              delete from inbox using horizon
              where inbox.topic = horizon.topic and inbox.partition = horizon.partition and applied_at < horizon.at
              returning inbox.topic, inbox.partition, "offset", sent_before
            )
            insert into inbox_floor (topic, partition, "offset", sent_before)
            select topic, partition, max("offset"), max(sent_before) from pruned group by topic, partition
            on conflict (topic, partition) do update set
              "offset" = greatest(inbox_floor."offset", excluded."offset"), sent_before = excluded.sent_before""";

    private final DataSource database;

    InboxTable(DataSource database) {
        this.database = database;
    }

    /** For readers, any number of which may be at work. */
    public void share() {
        if (!isTrue("select pg_try_advisory_xact_lock_shared(?)", TABLE)) {
            throw new TransientFailureRetry.Wait("the read model is being rebuilt");
        }
    }

    /** Whether nobody else rebuilds; then nobody does until the transaction ends. */
    public boolean mayRebuild() {
        return isTrue("select pg_try_advisory_xact_lock(?)", REBUILD);
    }

    private boolean isTrue(String question, long lock) {
        try (Connection connection = database.getConnection(); PreparedStatement ask = connection.prepareStatement(question)) {
            ask.setLong(1, lock);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** For one that changes what the table says of the past: it waits for the readers, and they for it. */
    public void own() {
        run("select pg_advisory_xact_lock(?)", lock -> lock.setLong(1, TABLE));
    }

    /** The same for a caller who waits for an answer. */
    void tryLockExclusive() {
        run("select set_config('lock_timeout', ?, true)", wait -> wait.setString(1, PATIENCE_OF_A_CALLER));
        own();
    }

    /** The last place of each partition of which something was applied. */
    public Map<TopicPartition, Long> reached() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement("""
                select topic, partition, max("offset") from (
                  select topic, partition, "offset" from inbox where topic <> '' union all
                  select topic, partition, "offset" from inbox_floor) known
                group by topic, partition"""); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reached.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
            return reached;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** Enters events and tells which of them were not there. */
    public Set<UUID> enter(String topic, List<? extends ReceivedEvent<?>> arrivals) {
        try (Connection connection = database.getConnection(); PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, topic);
            enter.setArray(2, connection.createArrayOf("uuid", column(arrivals, ReceivedEvent::id)));
            enter.setArray(3, connection.createArrayOf("int", column(arrivals, ReceivedEvent::partition)));
            enter.setArray(4, connection.createArrayOf("bigint", column(arrivals, ReceivedEvent::offset)));
            enter.setArray(5, connection.createArrayOf("timestamptz", column(arrivals, InboxTable::sentAt)));
            enter.setString(6, topic);
            Set<UUID> first = new HashSet<>();
            try (ResultSet row = enter.executeQuery()) {
                while (row.next()) {
                    first.add(row.getObject(1, UUID.class));
                }
            }
            return first;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** The same for one that is known not to have been applied when it came, even if the floor is above it now. */
    boolean reenter(String topic, ReceivedEvent<?> arrival) {
        try (Connection connection = database.getConnection();
                PreparedStatement enter = connection.prepareStatement(ENTER_LATE)) {
            enter.setObject(1, arrival.id());
            enter.setString(2, topic);
            enter.setInt(3, arrival.partition());
            enter.setLong(4, arrival.offset());
            return enter.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    void prune(Duration retention) {
        run(PRUNE, prune -> prune.setDouble(1, retention.toMillis() / 1000.0));
    }

    public void clear() {
        run("delete from inbox", nothing -> {
        });
        run("delete from inbox_floor", nothing -> {
        });
    }

    public void remove(UUID event) {
        run("delete from inbox where event_id = ?", delete -> delete.setObject(1, event));
    }

    private static String sentAt(ReceivedEvent<?> arrival) {
        return arrival.sentAt().toString();
    }

    private static Object[] column(List<? extends ReceivedEvent<?>> arrivals, Function<ReceivedEvent<?>, Object> value) {
        return arrivals.stream().map(value).toArray();
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
