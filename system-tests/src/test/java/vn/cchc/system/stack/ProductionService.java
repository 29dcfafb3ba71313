package vn.cchc.system.stack;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged survey-service in a JVM of its own, with the options and the heap of its image. */
public final class ProductionService implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** 60 % of the memory that k8s/base gives it. */
    private static final String HEAP = "-Xmx460m";
    private static final int COMPACT_HEADERS_SINCE = 24;

    private final ProcessBuilder program;
    private final String address;
    private Process process;

    public ProductionService(RunningStack stack) throws IOException {
        int port = freePort();
        address = "http://localhost:" + port;
        program = program(stack, port);
        start();
    }

    public void start() throws IOException {
        process = program.start();
        await("the service").atMost(2, MINUTES).ignoreExceptions().until(this::isReady);
    }

    private static ProcessBuilder program(RunningStack stack, int port) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP));
        command.addAll(options());
        command.addAll(List.of("-jar", ROOT.resolve("survey-service/target/quarkus-app/quarkus-run.jar").toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(Files.createDirectories(Path.of("target/benchmark"))
                        .resolve("survey-service.log").toFile()));
        var settings = builder.environment();
        // Not prod: there the service refuses the stack's password and its identity provider.
        settings.put("QUARKUS_PROFILE", "local");
        settings.put("QUARKUS_HTTP_HOST", "localhost");
        settings.put("QUARKUS_HTTP_PORT", "" + port);
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.address("identity"));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", stack.address("postgres").replace("http:", "jdbc:postgresql:") + "/survey");
        settings.put("QUARKUS_DATASOURCE_USERNAME", "survey");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "local");
        settings.put("QUARKUS_FLYWAY_USERNAME", "survey_owner");
        settings.put("QUARKUS_FLYWAY_PASSWORD", "local");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.address("kafka").replace("http://", ""));
        return builder;
    }

    /** Those of the image that this Java knows. */
    private static List<String> options() throws IOException {
        return Files.readAllLines(ROOT.resolve("images/java.options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .filter(line -> Runtime.version().feature() >= COMPACT_HEADERS_SINCE || !line.contains("CompactObjectHeaders"))
                .toList();
    }

    private boolean isReady() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service has ended");
        }
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + "/q/health/ready")).build(),
                BodyHandlers.discarding()).statusCode() == 200;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String address() {
        return address;
    }

    /** Ends it at once, between any two of its steps. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
