package vn.cchc.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A start takes some seconds, so each test goes on with what the one before has left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStackIT {

    @TempDir
    static Path home;

    @TempDir
    static Path programs;

    private static StackProcess stack;

    @BeforeAll
    static void buildStubs() throws IOException {
        Programs.stubs(programs);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void everythingStartsAndEndsOnRequestWithoutLeavingAProcess() throws Exception {
        stack = everything(Map.of());
        stack.await("Everything is ready");
        int gateway = get(stack.endpoint(Port.GATEWAY_MANAGEMENT) + "/q/health/ready");
        execute(stack, "create table kept (id int)");
        createTopic(stack, "kept");
        List<ProcessHandle> processes = stack.descendants();

        int exitCode = stack.terminate();

        assertThat(gateway).isEqualTo(200);
        assertThat(exitCode).isZero();
        assertThat(processes).hasSizeGreaterThan(6).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(2)
    void whatWasWrittenSurvivesARestart() throws Exception {
        stack = StackProcess.infrastructure(home);

        execute(stack, "insert into kept values (1)");
        assertThat(topics(stack)).contains("kept");
    }

    @Test
    @Order(3)
    void whatAKilledStackLeftBehindDoesNotPreventTheNext() throws Exception {
        List<ProcessHandle> leftBehind = stack.descendants();
        stack.kill();

        stack = everything(Map.of());
        stack.await("Everything is ready");

        assertThat(leftBehind).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(topics(stack)).contains("kept");
    }

    @Test
    @Order(4)
    void aKilledServiceIsStartedAgainUntilItsThirdExit() throws Exception {
        for (int exit = 1; exit < 3; exit++) {
            stack.program("survey-service").destroyForcibly();
            assertThat(stack.await("✗")).startsWith("✗ survey-service ended with exit code 137").contains("started again");
            stack.await("✓ survey-service");
        }
        stack.program("survey-service").destroyForcibly();

        assertThat(stack.await("✗")).startsWith("✗ survey-service ended 3 times within a minute");
        assertThat(stack.exitCode()).isOne();
        assertThat(processesOfThisTest()).isEmpty();
    }

    @Test
    @Order(5)
    void aServiceThatCannotStartIsReportedInOneLineAndEndsAll() throws Exception {
        Path broken = Files.createTempDirectory(programs, "broken");
        Programs.stubs(broken).with("reporting-service", BrokenStubService.class);

        try (StackProcess stack = everything(Map.of("CCHC_PROGRAMS", broken.toString()))) {
            assertThat(stack.await("✗")).startsWith("✗ reporting-service ended with exit code 1, saying: ")
                    .contains("a setting is missing").endsWith("logs/reporting-service.log)");
            assertThat(stack.exitCode()).isOne();
            assertThat(processesOfThisTest()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void aTakenPortIsReportedBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StackProcess stack = everything(Map.of("CCHC_KAFKA_PORT", "" + taken.getLocalPort()))) {
            assertThat(stack.await("")).isEqualTo(
                    "✗ already in use: port %d of Kafka (CCHC_KAFKA_PORT=…); nothing was started", taken.getLocalPort());
            assertThat(stack.exitCode()).isOne();
        }
    }

    @Test
    @Order(7)
    void oneHomeHasOneStack() throws Exception {
        try (FileChannel lock = FileChannel.open(home.resolve("lock"), CREATE, WRITE); StackProcess stack = begin(lock)) {
            assertThat(stack.await("✗")).startsWith("✗ another stack runs in " + home);
            assertThat(stack.exitCode()).isOne();
        }
    }

    private static StackProcess begin(FileChannel lock) throws IOException {
        lock.lock();
        return everything(Map.of());
    }

    private static StackProcess everything(Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("CCHC_PROGRAMS", programs.toString()));
        all.putAll(environment);
        return StackProcess.start(home, all);
    }

    private static List<String> processesOfThisTest() {
        return ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(home.toString()) || command.contains(programs.toString())).toList();
    }

    private static int get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static void execute(StackProcess stack, String sql) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + stack.endpoint(Port.POSTGRES) + "/targets", "targets_owner", "local")) {
            connection.createStatement().execute(sql);
        }
    }

    private static void createTopic(StackProcess stack, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.endpoint(Port.KAFKA)))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(10, TimeUnit.SECONDS);
        }
    }

    private static Set<String> topics(StackProcess stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.endpoint(Port.KAFKA)))) {
            return admin.listTopics().names().get(10, TimeUnit.SECONDS);
        }
    }
}
