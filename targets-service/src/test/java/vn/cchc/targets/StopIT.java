package vn.cchc.targets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.events.Event;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;

/** The packaged service is stopped, as an operator and as Kubernetes stop it, while it is reading and while it is answering. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StopIT {

    private static final int EVENTS = 1_000;
    /** At which no machine applies the whole flood while the service is being stopped. */
    private static final String SLOW = """
            create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.02); return new; end $$;
            create trigger slowly before insert on unit for each row execute function slowly()""";
    private static final String APPLIED = "select count(*) from unit where code like 'FLOOD-%'";
    /** The leader of the relay holds one as long as its session lasts, and a second one while it is idle. */
    private static final String ADVISORY_LOCKS = """
            select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
            where locktype = 'advisory' and datname = 'targets'""";

    private static final Path LOG = Path.of("target/stop-it.log");
    private static final String BODY = "{\"indicator\": \"CT11\", \"unit\": \"FLOOD-1\"}";
    private static final List<String> GROUPS = List.of("targets-units", "targets-unit-results", "targets-survey-results",
            "targets-periods", "targets-reports", "targets-extensions", "targets-dead-letters");

    private final LocalStackTestResource stack = new LocalStackTestResource();
    private final HttpClient http = HttpClient.newHttpClient();
    private Map<String, String> settings;
    private int port;
    private PackagedService service;

    @BeforeAll
    void startTheStack() throws IOException {
        stack.init(Map.of("database", "targets"));
        settings = stack.start();
        port = freePort();
        Files.deleteIfExists(LOG);
    }

    @AfterAll
    void endTheService() {
        service.close();
    }

    @Test
    @Order(1)
    void unprocessedEventsAreReceivedAgainAfterARestart() throws Exception {
        flood();

        stopWhileItReads();
        service = PackagedService.start(settings, "-Dquarkus.http.port=" + port, "-Dquarkus.shutdown.delay=1s",
                "-Dquarkus.shutdown.timeout=60s", "-Dquarkus.log.file.enabled=true", "-Dquarkus.log.file.path=" + LOG);
        await().atMost(120, SECONDS).until(() -> number(APPLIED) == EVENTS);

        assertThat(deadLetters()).isZero();
    }

    /** The service that the test before has started. */
    @Test
    @Order(2)
    void aStoppingServiceIsNotReadyCompletesItsRequestsAndHandsOver() throws Exception {
        await().atMost(120, SECONDS).ignoreException(ConnectException.class).until(() -> status("/q/health/ready") == 200);
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(members()).hasSize(GROUPS.size()));
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(number(ADVISORY_LOCKS)).isPositive());

        try (Socket slow = new Socket("localhost", port)) {
            send(slow, """
                    POST /api/v1/assignments HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(Tokens.of("planner"), BODY.length(), BODY.substring(0, 9)));
            // What was sent before has come when this is answered.
            assertThat(status("/api/v1/plans")).isEqualTo(200);

            service.process().destroy();

            await().atMost(20, SECONDS).until(() -> status("/q/health/ready") == 503);
            assertThat(get("/api/v1/plans")).satisfies(
                    reply -> assertThat(reply.statusCode()).isEqualTo(200),
                    reply -> assertThat(reply.headers().firstValue("Connection")).contains("close"));
            await().atMost(20, SECONDS)
                    .until(() -> Files.readString(LOG).contains("Waiting for HTTP requests to complete"));
            assertThat(service.process().isAlive()).isTrue();
            send(slow, BODY.substring(9));
            assertThat(new String(slow.getInputStream().readAllBytes(), US_ASCII)).startsWith("HTTP/1.1 201 ");
        }
        assertThat(service.process().onExit().orTimeout(20, SECONDS).join().exitValue()).isEqualTo(143);
        // Another replica takes over the partitions and the relay at once, not after a timeout of Kafka or PostgreSQL.
        assertThat(members()).isEmpty();
        assertThat(number(ADVISORY_LOCKS)).isZero();
        assertThatThrownBy(() -> status("/q/health/ready")).isInstanceOf(ConnectException.class);
    }

    private void stopWhileItReads() throws Exception {
        service = PackagedService.start(settings, "-Dmp.messaging.incoming.units.max.poll.records=100");
        await().atMost(120, SECONDS).until(() -> number("select count(*) from pg_tables where tablename = 'unit'") == 1);
        sql(SLOW);
        await().atMost(120, SECONDS).until(() -> number("select count(*) from inbox") > 0);
        service.stop();
        sql("drop function slowly cascade");
        assertThat(number(APPLIED)).isLessThan(EVENTS);
    }

    private void flood() {
        // One request at a time: on a topic that is just made, a second one may be taken before the first, which then never is.
        Map<String, Object> producing = Map.of("bootstrap.servers", kafka(), "max.in.flight.requests.per.connection", 1);
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
            IntStream.range(0, EVENTS).mapToObj(StopIT::recorded).forEach(producer::send);
        }
    }

    private static ProducerRecord<String, byte[]> recorded(int number) {
        var unit = new UnitRecorded("FLOOD-" + number, "Trường " + number, "School " + number, "SCHOOL", null, null, null,
                List.of(), 1, null, List.of());
        var event = CloudEventBuilder.v1().withId(UUID.randomUUID().toString()).withSource(URI.create("/services/reporting"))
                .withType(Event.typeOf(unit.getClass())).withData("application/json", EventFormat.write(unit).getBytes(UTF_8))
                .build();
        return KafkaMessageFactory.<String> createWriter(unit.topic(), null, null, unit.key()).writeBinary(event);
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connect(); ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void sql(String changes) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(changes);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), "targets_owner",
                settings.get("quarkus.flyway.password"));
    }

    private int deadLetters() {
        return KafkaTopics.read(kafka(), "cchc.targets.units.dead-letters").size();
    }

    private String kafka() {
        return settings.get("kafka.bootstrap.servers");
    }

    private static void send(Socket socket, String part) throws IOException {
        socket.getOutputStream().write(part.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    private HttpResponse<Void> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + Tokens.of("viewer")).build();
        return http.send(request, BodyHandlers.discarding());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private List<String> members() throws Exception {
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", settings.get("kafka.bootstrap.servers")))) {
            return kafka.describeConsumerGroups(GROUPS).all().get().values().stream()
                    .flatMap(group -> group.members().stream()).map(MemberDescription::consumerId).toList();
        }
    }
}
