package vn.cchc.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;

/** What is forgotten of the past, and that it is not applied again, on a real PostgreSQL. */
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
    void beginAnew() {
        inbox.clear();
    }

    @Test
    void whatIsPrunedIsNotNewWhenItIsReadAgain() throws SQLException {
        var old = arrival(0, 1);
        applied(old, 8);
        applied(arrival(0, 2), 0);

        inbox.prune(WEEK);

        assertThat(ids()).isEqualTo(1);
        assertThat(inbox.enter(TOPIC, List.of(old))).isEmpty();
        assertThat(inbox.enter(TOPIC, List.of(arrival(0, 3)))).hasSize(1);
    }

    @Test
    void anEventStaysKnownForAsLongAsItsPartitionBringsNothingNewer() throws SQLException {
        var lastBeforeTheRelayDied = arrival(0, 1);
        applied(lastBeforeTheRelayDied, 300);
        applied(arrival(1, 1), 0);

        inbox.prune(WEEK);

        var sentAgain = new ReceivedEvent<>(lastBeforeTheRelayDied.id(), 0, 2, Instant.now(), lastBeforeTheRelayDied.event());
        assertThat(inbox.enter(TOPIC, List.of(sentAgain))).isEmpty();
    }

    @Test
    void whatIsAppliedLateDoesNotAgeWhatCameBehindIt() throws SQLException {
        var newest = arrival(0, 9);
        applied(newest, 8);
        inbox.reenter(TOPIC, arrival(0, 2));

        inbox.prune(WEEK);

        var sentAgain = new ReceivedEvent<>(newest.id(), 0, 20, Instant.now(), newest.event());
        assertThat(inbox.enter(TOPIC, List.of(sentAgain))).isEmpty();
    }

    @Test
    void aFloorIsItsPartitionsAndItsTopicsOwn() throws SQLException {
        applied(arrival(0, 5), 8);
        applied(arrival(0, 6), 0);

        inbox.prune(WEEK);

        assertThat(inbox.enter(TOPIC, List.of(arrival(1, 2)))).hasSize(1);
        assertThat(inbox.enter("cchc.indicators", List.of(arrival(0, 2)))).hasSize(1);
    }

    @Test
    void anEventThatIsTwiceInABatchIsNewOnce() {
        var event = arrival(0, 1);

        assertThat(inbox.enter(TOPIC, List.of(event, new ReceivedEvent<>(event.id(), 0, 2, event.sentAt(), event.event()))))
                .hasSize(1);
    }

    @Test
    void whatWasSentAfterAFloorWasLaidIsNewInATopicThatWasMadeAnew() throws SQLException {
        applied(arrival(0, 5), 8);
        applied(arrival(0, 6), 0);
        inbox.prune(WEEK);
        var before = arrival(0, 1);
        var after = new ReceivedEvent<>(UUID.randomUUID(), 0, 2, Instant.now(), before.event());

        Set<UUID> first = inbox.enter(TOPIC, List.of(before, after));

        assertThat(first).containsExactly(after.id());
    }

    private void applied(ReceivedEvent<UnitRecorded> arrival, int daysAgo) throws SQLException {
        inbox.enter(TOPIC, List.of(arrival));
        try (Connection connection = database.getConnection();
                var age = connection.prepareStatement(
                        "update inbox set applied_at = now() - make_interval(days => ?) where event_id = ?")) {
            age.setInt(1, daysAgo);
            age.setObject(2, arrival.id());
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

    private static ReceivedEvent<UnitRecorded> arrival(int partition, long offset) {
        return new ReceivedEvent<>(UUID.randomUUID(), partition, offset, Instant.now().minus(WEEK),
                new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", null, null, null, List.of(), 1));
    }
}
