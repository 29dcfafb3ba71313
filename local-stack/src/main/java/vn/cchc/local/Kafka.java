package vn.cchc.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

import kafka.tools.StorageTool;

/** Kafka 4: one node that is broker and controller at once. */
class Kafka implements Component {

    private final DataDirectory home;
    private final ManagedProcess server;
    private final int port;
    private final boolean ephemeral;

    /** @param ephemeral whether the data are removed at the end, so that they need not be left in order */
    Kafka(DataDirectory home, ManagedProcess server, int port, boolean ephemeral) {
        this.home = home;
        this.server = server;
        this.port = port;
        this.ephemeral = ephemeral;
    }

    @Override
    public String name() {
        return "Kafka 4";
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        Path data = Files.createDirectories(home.of("kafka"));
        Path configuration = Files.writeString(data.resolve("server.properties"), configuration(data.resolve("data")));
        if (!Files.exists(data.resolve("data/meta.properties"))) {
            format(configuration);
        }
        server.launch(Java.command("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms128m", "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError", "-Dcchc.log=" + server.log(),
                "-cp", classPath(), "kafka.Kafka", configuration.toString()), Map.of());
        server.awaitReady(this::answers);
    }

    // In this process: another would cost seconds.
    private static void format(Path configuration) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int refused = StorageTool.execute(new String[] { "format", "--ignore-formatted", "--cluster-id",
                Uuid.randomUuid().toString(), "--config", configuration.toString() }, new PrintStream(output, true, UTF_8));
        if (refused != 0) {
            throw new ComponentFailure("cannot format its storage: " + output.toString(UTF_8).strip());
        }
    }

    private String configuration(Path data) throws IOException {
        try (InputStream constant = Kafka.class.getResourceAsStream("/kafka.properties")) {
            return new String(constant.readAllBytes(), UTF_8) + """
                    controller.quorum.voters=1@localhost:%1$d
                    listeners=PLAINTEXT://localhost:%2$d,CONTROLLER://localhost:%1$d
                    log.dirs=%3$s
                    """.formatted(Ports.free(), port, data);
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private boolean answers() {
        if (!Ports.isTaken(port)) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public CompletableFuture<?> ended() {
        return server.ended();
    }

    @Override
    public String exitMessage() {
        return server.exitMessage();
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        server.stop(ephemeral ? Process::destroyForcibly : Process::destroy);
    }
}
