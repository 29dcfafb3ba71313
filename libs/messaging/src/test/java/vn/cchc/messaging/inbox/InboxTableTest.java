package vn.cchc.messaging.inbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;

/** Pruned events are not applied again; on a real PostgreSQL. */
class InboxTableTest {

    private static final String TOPIC = "cchc.units";
    private static final Duration WEEK = Duration.ofDays(7);

    private static PGSimpleDataSource database;

    private final InboxTable inbox = new InboxTable(database);

    @BeforeAll
    static void startTheStack() {
        var stack = new LocalStackTestResource();
        stack.init(Map.of("database", "survey"));
        Map<String, String> settings = stack.start();
        database = new PGSimpleDataSource();
        database.setUrl(settings.get("quarkus.datasource.jdbc.url"));
        database.setUser(settings.get("quarkus.flyway.username"));
        database.setPassword(settings.get("quarkus.flyway.password"));
        Flyway.configure().dataSource(database).locations("db/messaging").placeholders(Map.of("application", "survey")).load()
                .migrate();
    }

    @BeforeEach
    void clear() throws SQLException {
        try (Connection connection = database.getConnection(); var delete = connection.createStatement()) {
            delete.execute("delete from inbox; delete from inbox_floor");
        }
    }

    @Test
    void aPrunedEventIsNotUnprocessedWhenItIsReadAgain() throws SQLException {
        var old = received(0, 1);
        applied(old, 8);
        applied(received(0, 2), 0);

        inbox.prune(WEEK);

        assertThat(ids()).isEqualTo(1);
        assertThat(inbox.markProcessed(TOPIC, List.of(old))).isEmpty();
        assertThat(inbox.markProcessed(TOPIC, List.of(received(0, 3)))).hasSize(1);
    }

    @Test
    void theLatestEventOfAPartitionIsNeverPruned() throws SQLException {
        var lastBeforeTheRelayDied = received(0, 1);
        applied(lastBeforeTheRelayDied, 300);
        applied(received(1, 1), 0);

        inbox.prune(WEEK);

        var sentAgain = new ReceivedEvent<>(lastBeforeTheRelayDied.id(), 0, 2, Instant.now(), Instant.now(),
                lastBeforeTheRelayDied.event());
        assertThat(inbox.markProcessed(TOPIC, List.of(sentAgain))).isEmpty();
    }

    @Test
    void aReprocessedEventDoesNotAgeLaterOnes() throws SQLException {
        var newest = received(0, 9);
        applied(newest, 8);
        inbox.markReprocessed(TOPIC, received(0, 2));

        inbox.prune(WEEK);

        var sentAgain = new ReceivedEvent<>(newest.id(), 0, 20, Instant.now(), Instant.now(), newest.event());
        assertThat(inbox.markProcessed(TOPIC, List.of(sentAgain))).isEmpty();
    }

    @Test
    void aFloorBelongsToOnePartitionOfOneTopic() throws SQLException {
        applied(received(0, 5), 8);
        applied(received(0, 6), 0);

        inbox.prune(WEEK);

        assertThat(inbox.markProcessed(TOPIC, List.of(received(1, 2)))).hasSize(1);
        assertThat(inbox.markProcessed("cchc.indicators", List.of(received(0, 2)))).hasSize(1);
    }

    @Test
    void anEventThatIsTwiceInABatchIsUnprocessedOnce() {
        var event = received(0, 1);

        assertThat(inbox.markProcessed(TOPIC,
                List.of(event, new ReceivedEvent<>(event.id(), 0, 2, event.occurredAt(), event.sentAt(), event.event()))))
                .hasSize(1);
    }

    @Test
    void anEventBelowTheFloorIsUnprocessedInARecreatedTopic() throws SQLException {
        applied(received(0, 5), 8);
        applied(received(0, 6), 0);
        inbox.prune(WEEK);
        var before = received(0, 1);
        var after = new ReceivedEvent<>(UUID.randomUUID(), 0, 2, Instant.now(), Instant.now(), before.event());

        Set<UUID> unprocessed = inbox.markProcessed(TOPIC, List.of(before, after));

        assertThat(unprocessed).containsExactly(after.id());
    }

    @Test
    void aRebuildMissesAnEventWhoseIdIsStillKnown() throws SQLException {
        var found = received(0, 1);
        applied(found, 0);
        applied(received(0, 2), 0);

        assertThat(missingAfterARebuildThatFinds(List.of(found))).isEqualTo(1);
    }

    @Test
    void aRebuildMissesTheLatestPrunedEvent() throws SQLException {
        var pruned = received(0, 5);
        var kept = received(0, 6);
        applied(pruned, 8);
        applied(kept, 0);
        inbox.prune(WEEK);

        assertThat(missingAfterARebuildThatFinds(List.of(kept))).isEqualTo(1);
        assertThat(missingAfterARebuildThatFinds(List.of(pruned, kept))).isZero();
    }

    @Test
    void theLastPlaceOfAnEventThatWasPublishedAgainCounts() throws SQLException {
        var event = received(0, 1);
        var again = new ReceivedEvent<>(event.id(), 0, 7, event.occurredAt(), event.sentAt(), event.event());

        inbox.markAgain(TOPIC, Map.of(event.id(), message(event)));
        inbox.markAgain(TOPIC, Map.of(again.id(), message(again)));

        assertThat(inbox.isMarked(TOPIC, event)).isFalse();
        assertThat(inbox.isMarked(TOPIC, again)).isTrue();
    }

    @Test
    void anEventWithAnOpenDeadLetterIsNotAppliedWhenItIsPublishedAgain() throws SQLException {
        var event = received(0, 1);
        letter(event, "OPEN");

        assertThat(inbox.markProcessed(TOPIC, List.of(event))).isEmpty();

        letter(event, "APPLIED");
        assertThat(inbox.markProcessed(TOPIC, List.of(event))).hasSize(1);
    }

    private static void letter(ReceivedEvent<UnitRecorded> event, String state) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(
                        """
                                insert into dead_letter (id, source_topic, source_partition, source_offset, event_id, headers, reason, received_at, state,
                                  lock) values (gen_random_uuid(), ?, 0, 1, ?, '{}', '', now(), ?, 0)
                                on conflict (source_topic, source_partition, source_offset, event_id) do update set state = excluded.state""")) {
            insert.setString(1, TOPIC);
            insert.setObject(2, event.id());
            insert.setString(3, state);
            insert.executeUpdate();
        }
    }

    private static ConsumerRecord<String, byte[]> message(ReceivedEvent<UnitRecorded> event) {
        return new ConsumerRecord<>(TOPIC, event.partition(), event.offset(), event.event().key(), new byte[0]);
    }

    private long missingAfterARebuildThatFinds(List<ReceivedEvent<UnitRecorded>> events) throws SQLException {
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            InboxTable rebuild = new InboxTable(only(transaction));
            rebuild.markAgain(TOPIC, events.stream().collect(toMap(ReceivedEvent::id, InboxTableTest::message)));
            long missing = rebuild.countNotMarkedAgain(Set.of(TOPIC));
            transaction.rollback();
            return missing;
        }
    }

    /** Hands out one connection, which stays open. */
    private static DataSource only(Connection connection) {
        Connection kept = proxy(Connection.class, (self, method, arguments) -> method.getName().equals("close") ? null
                : method.invoke(connection, arguments));
        return proxy(DataSource.class, (self, method, arguments) -> kept);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, calls));
    }

    private void applied(ReceivedEvent<UnitRecorded> event, int daysAgo) throws SQLException {
        inbox.markProcessed(TOPIC, List.of(event));
        try (Connection connection = database.getConnection();
                var age = connection.prepareStatement(
                        "update inbox set applied_at = now() - make_interval(days => ?) where event_id = ?")) {
            age.setInt(1, daysAgo);
            age.setObject(2, event.id());
            age.executeUpdate();
        }
    }

    private static int ids() throws SQLException {
        try (Connection connection = database.getConnection();
                var count = connection.createStatement().executeQuery("select count(*) from inbox")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static ReceivedEvent<UnitRecorded> received(int partition, long offset) {
        return new ReceivedEvent<>(UUID.randomUUID(), partition, offset, Instant.now().minus(WEEK), Instant.now().minus(WEEK),
                new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", null, null, null, List.of(), 1, null, List.of()));
    }
}
