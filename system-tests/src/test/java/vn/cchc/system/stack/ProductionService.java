package vn.cchc.system.stack;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program in a JVM of its own, with the options and the heap of its image. */
public final class ProductionService implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** 60 % of the memory that k8s/base gives them. */
    private static final String HEAP = "-Xmx460m";
    private static final String GATEWAY_HEAP = "-Xmx307m";
    private static final int COMPACT_HEADERS_SINCE = 24;

    private final String name;
    private final ProcessBuilder program;
    private final String address;
    private final String health;
    private Process process;
    private Duration startTime;

    /** The packaged survey-service. */
    public ProductionService(RunningStack stack) throws IOException {
        this(stack, "survey");
    }

    /**
     * A packaged service.
     *
     * @param database also the first word of the service's name
     */
    public ProductionService(RunningStack stack, String database) throws IOException {
        this(database + "-service", freePort(), stack, database);
    }

    private ProductionService(String name, int port, RunningStack stack, String database) throws IOException {
        this(name, port, address(port) + "/q/health/ready", jar(name), HEAP, settings(stack, port, database));
    }

    private ProductionService(String name, int port, String health, List<String> start, String heap,
            Map<String, String> settings)
            throws IOException {
        this.name = name;
        this.address = address(port);
        this.health = health;
        this.program = program(name, start, heap, settings);
        start();
    }

    /** The packaged gateway, with the same upstream for all services. */
    public static ProductionService gateway(RunningStack stack, String upstream, Map<String, String> more) throws IOException {
        int port = freePort();
        int management = freePort();
        Map<String, String> settings = web(stack, port);
        for (String service : List.of("TARGETS", "REPORTING", "SURVEY")) {
            settings.put("CCHC_GATEWAY_SERVICES_" + service + "_URL", upstream);
        }
        settings.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        settings.put("QUARKUS_MANAGEMENT_PORT", "" + management);
        settings.putAll(more);
        return new ProductionService("gateway", port, address(management) + "/q/health/ready", jar("gateway"), GATEWAY_HEAP,
                settings);
    }

    /**
     * Another program, with the JVM, the options and the heap of the gateway.
     *
     * @param port where it listens
     * @param health the path that it answers with 200 when it is ready
     * @param start what follows the options of the JVM
     */
    public static ProductionService likeGateway(String name, int port, String health, List<String> start,
            Map<String, String> settings) throws IOException {
        return new ProductionService(name, port, address(port) + health, start, GATEWAY_HEAP, settings);
    }

    public void start() throws IOException {
        long begun = System.nanoTime();
        process = program.start();
        await(name).pollInterval(20, MILLISECONDS).atMost(2, MINUTES).ignoreExceptions().until(this::isReady);
        startTime = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** From the start of the process until it is ready. */
    public Duration startTime() {
        return startTime;
    }

    private static List<String> jar(String name) {
        return List.of("-jar", ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar").toString());
    }

    private static ProcessBuilder program(String name, List<String> start, String heap, Map<String, String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap));
        command.addAll(options());
        command.addAll(start);
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(Files.createDirectories(Path.of("target/benchmark"))
                        .resolve(name + ".log").toFile()));
        builder.environment().putAll(settings);
        return builder;
    }

    private static Map<String, String> settings(RunningStack stack, int port, String database) {
        Map<String, String> settings = web(stack, port);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL",
                stack.address("postgres").replace("http:", "jdbc:postgresql:") + '/' + database);
        settings.put("QUARKUS_DATASOURCE_USERNAME", database);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "local");
        settings.put("QUARKUS_FLYWAY_USERNAME", database + "_owner");
        settings.put("QUARKUS_FLYWAY_PASSWORD", "local");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.address("kafka").replace("http://", ""));
        return settings;
    }

    private static Map<String, String> web(RunningStack stack, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        // Not prod: there the services refuse the stack's password and its identity provider.
        settings.put("QUARKUS_PROFILE", "local");
        settings.put("QUARKUS_HTTP_HOST", "localhost");
        settings.put("QUARKUS_HTTP_PORT", "" + port);
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.address("identity"));
        return settings;
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
            throw new IllegalStateException(name + " has ended");
        }
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(health)).build(),
                BodyHandlers.discarding()).statusCode() == 200;
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String address() {
        return address;
    }

    public long id() {
        return process.pid();
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
