package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.outbox.Outbox;

/** Publication from the outbox: the order of the events, and which relay publishes them. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class RelayTest {

    private static final String ADVISORY_LOCKS = "select count(*) from pg_locks where locktype = 'advisory' and %s granted";
    private static final String LEADERSHIP = "pg_advisory_lock(%d)".formatted(0x0B0CL);

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void eventsOfAKeyArePublishedInTheOrderOfTheirCommits() throws Exception {
        var earlier = accepted("CT02", firstHalf(2015), "VP", 1, 10, 1);
        var later = accepted("CT02", firstHalf(2015), "VP", 2, 10, 2);
        var added = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);

        var first = ConcurrentTasks.run(() -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(earlier);
            added.countDown();
            await().atMost(30, SECONDS).until(() -> mayCommit.getCount() == 0);
        }));
        assertThat(added.await(30, SECONDS)).isTrue();
        var second = ConcurrentTasks.run(() -> QuarkusTransaction.requiringNew().run(() -> outbox.add(later)));
        await().atMost(30, SECONDS).until(() -> second.isDone() || selectInt(ADVISORY_LOCKS.formatted("not")) == 1);
        boolean secondCommittedFirst = second.isDone();
        mayCommit.countDown();
        CompletableFuture.allOf(first, second).join();

        assertThat(secondCommittedFirst).isFalse();
        assertThat(published(later)).containsExactly(earlier, later);
    }

    @Test
    void theRelayTakesOverFromALeaderThatDoesNotRespond() throws Exception {
        double before = metric("cchc_relay_published_total");
        try (Connection unresponsive = DriverManager.getConnection(url, "targets", password)) {
            unresponsive.createStatement().execute("set idle_session_timeout = '4s'");
            var leader = ConcurrentTasks.run(() -> execute(unresponsive, "select " + LEADERSHIP));
            await().atMost(30, SECONDS).until(() -> selectInt(ADVISORY_LOCKS.formatted("not")) == 1);
            terminateRelaySession();
            leader.join();
            var waiting = accepted("CT02", firstHalf(2012), "VP", 1, 10);

            QuarkusTransaction.requiringNew().run(() -> outbox.add(waiting));

            await().atMost(30, SECONDS).until(() -> metric("cchc_outbox_waiting") == 1);
            await().atMost(30, SECONDS).until(() -> metric("cchc_outbox_oldest_age_seconds") > 0.1);
            assertThat(published(waiting)).containsExactly(waiting);
            await().atMost(30, SECONDS).until(() -> metric("cchc_outbox_waiting") == 0);
            assertThat(metric("cchc_outbox_oldest_age_seconds")).isZero();
            assertThat(metric("cchc_relay_published_total")).isGreaterThan(before);
            assertThat(metric("cchc_relay_failures_total")).isPositive();
        }
    }

    private void terminateRelaySession() throws SQLException {
        selectInt("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and granted and objid = "
                + 0x0B0CL);
    }

    /** The events with the given event's key, from the beginning of the topic up to that event. */
    private List<UnitResultAccepted> published(UnitResultAccepted last) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        List<UnitResultAccepted> found = new ArrayList<>();
        try (var topic = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            topic.subscribe(List.of(last.topic()));
            await().atMost(30, SECONDS).until(() -> {
                for (ConsumerRecord<String, byte[]> message : topic.poll(Duration.ofMillis(100))) {
                    if (message.key().equals(last.key())) {
                        found.add(EventFormat.read(message.value(), UnitResultAccepted.class));
                    }
                }
                return found.contains(last);
            });
        }
        return found;
    }

    private static double metric(String name) {
        return given().get("/q/metrics").then().statusCode(200).extract().asString().lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private int selectInt(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String statement) {
        try {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
