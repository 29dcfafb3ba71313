package vn.cchc.gateway.stack;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Everything that {@code ./run} starts, over the packaged jars, on free ports and with data of its own. */
public final class RunningStack implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PORTS = List.of("GATEWAY", "GATEWAY_MANAGEMENT", "TARGETS", "REPORTING", "SURVEY",
            "IDENTITY", "POSTGRES",
            "KAFKA");

    private final Process process;
    private final Path home;
    private final Properties endpoints;

    private RunningStack(Process process, Path home, Properties endpoints) {
        this.process = process;
        this.home = home;
        this.endpoints = endpoints;
    }

    public static RunningStack start() throws IOException {
        return start(Map.of());
    }

    public static RunningStack start(Map<String, String> environment) throws IOException {
        Path home = Files.createTempDirectory("cchc-journey");
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                ROOT.resolve("local-stack/target/local-stack-runnable.jar").toString()).directory(ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        builder.environment().put("CCHC_HOME", home.toString());
        PORTS.forEach(part -> builder.environment().put("CCHC_" + part + "_PORT", "0"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        awaitReady(process.inputReader());
        try (Reader file = Files.newBufferedReader(home.resolve("endpoints.properties"))) {
            Properties endpoints = new Properties();
            endpoints.load(file);
            return new RunningStack(process, home, endpoints);
        }
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains("Everything is ready")) {
                Thread rest = new Thread(() -> output.lines().forEach(System.out::println), "stack-output");
                rest.setDaemon(true);
                rest.start();
                return;
            }
        }
        throw new IllegalStateException("the stack did not start:\n" + String.join("\n", lines));
    }

    /** Such as {@code http://localhost:34567}. */
    public String address(String part) {
        String endpoint = endpoints.getProperty(part);
        return endpoint.startsWith("http") ? endpoint : "http://" + endpoint;
    }

    /** A service's database, with its owner's role. */
    public Connection database(String service) throws SQLException {
        String postgres = address("postgres").replace("http://", "jdbc:postgresql://");
        return DriverManager.getConnection(postgres + '/' + service, service + "_owner", "local");
    }

    /**
     * Ends a part as a power cut would; the stack starts it again.
     *
     * @param part by the name of its log: a service's, {@code gateway}, {@code kafka} or {@code postgres}
     */
    public void kill(String part) {
        List<ProcessHandle> all = processes(part);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Stops a part in the middle of whatever it does; it can only be killed then. */
    public void freeze(String part) {
        List<String> command = new ArrayList<>(List.of("kill", "-STOP"));
        processes(part).forEach(each -> command.add("" + each.pid()));
        try {
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ProcessHandle> processes(String part) {
        ProcessHandle first = running(part);
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    // The stack writes down the id of each process that it starts.
    private ProcessHandle running(String part) {
        try {
            String id = Files.readString(home.resolve("processes").resolve(part)).split(" ")[0];
            return ProcessHandle.of(Long.parseLong(id)).orElseThrow(() -> new IllegalStateException(part + " does not run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(60, SECONDS).join();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
