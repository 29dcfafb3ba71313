package vn.cchc.targets;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** The packaged service is stopped, as Kubernetes stops it, while it is answering. */
class ShutdownIT {

    private static final Path LOG = Path.of("target/shutdown-it.log");
    private static final String BODY = "{\"indicator\": \"CT11\", \"unit\": \"SHUT\"}";

    private static final List<String> GROUPS = List.of("targets-units", "targets-unit-results", "targets-survey-results",
            "targets-periods", "targets-reports", "targets-extensions", "targets-dead-letters");

    private final HttpClient http = HttpClient.newHttpClient();
    private Map<String, String> settings;
    private int port;
    private PackagedService service;

    @BeforeEach
    void startTheService() throws Exception {
        LocalStackTestResource stack = new LocalStackTestResource();
        stack.init(Map.of("database", "targets"));
        settings = stack.start();
        port = freePort();
        Files.deleteIfExists(LOG);
        service = PackagedService.start(settings, "-Dquarkus.http.port=" + port, "-Dquarkus.shutdown.delay=1s",
                "-Dquarkus.shutdown.timeout=60s", "-Dquarkus.log.file.enabled=true", "-Dquarkus.log.file.path=" + LOG);
        await().atMost(120, SECONDS).ignoreException(ConnectException.class).until(() -> status("/q/health/ready") == 200);
        aUnitIsKnown();
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(members()).hasSize(GROUPS.size()));
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(advisoryLocks()).isPositive());
    }

    @AfterEach
    void endTheService() {
        service.close();
    }

    @Test
    void aStoppingServiceIsNotReadyCompletesItsRequestsAndHandsOver() throws Exception {
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
        assertThat(advisoryLocks()).isZero();
        assertThatThrownBy(() -> status("/q/health/ready")).isInstanceOf(ConnectException.class);
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

    /** The leader of the relay holds one as long as its session lasts, and a second one while it is idle. */
    private long advisoryLocks() throws SQLException {
        try (var connection = owner(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
                where locktype = 'advisory' and datname = 'targets'""")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void aUnitIsKnown() throws SQLException {
        try (var connection = owner(); var statement = connection.createStatement()) {
            statement.executeUpdate("delete from assignment where unit = 'SHUT'");
            statement.executeUpdate(
                    "insert into unit (code, name, name_en, version) values ('SHUT', 'Đơn vị', 'Unit', 1) on conflict do nothing");
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), "targets_owner",
                settings.get("quarkus.flyway.password"));
    }
}
