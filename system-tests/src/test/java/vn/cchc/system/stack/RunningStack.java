package vn.cchc.system.stack;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.File;
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

/** All components that {@code ./run} starts, from the packaged jars, on free ports and with data of their own. */
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
        return start(Files.createTempDirectory("cchc-journey"), environment, List.of());
    }

    /** With a folder's data, if there are any. */
    public static RunningStack startIn(Path home) throws IOException {
        return start(home, Map.of(), List.of());
    }

    /** PostgreSQL, Kafka and the identity provider alone. */
    public static RunningStack infrastructure() throws IOException {
        return infrastructureIn(Files.createTempDirectory("cchc-journey"));
    }

    /** The same with a folder's data. */
    public static RunningStack infrastructureIn(Path home) throws IOException {
        return start(home, Map.of(), List.of("infrastructure"));
    }

    private static RunningStack start(Path home, Map<String, String> environment, List<String> arguments)
            throws IOException {
        var builder = new ProcessBuilder(
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                        ROOT.resolve("local-stack/target/local-stack-runnable.jar").toString())))
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        builder.command().addAll(arguments);
        builder.environment().remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        builder.environment().put("CCHC_HOME", home.toString());
        // The tests kill components, and one that starts while the database is killed ends too.
        builder.environment().put("CCHC_RESTART_LIMIT", "20");
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
            if (line.contains("Everything is ready") || line.startsWith("ready ")) {
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

    /** PostgreSQL's superuser, in no service's database. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(address("postgres").replace("http://", "jdbc:postgresql://") + "/postgres",
                "postgres",
                "local");
    }

    /** PostgreSQL's superuser in a service's database. */
    public Connection superuser(String service) throws SQLException {
        return DriverManager.getConnection(address("postgres").replace("http://", "jdbc:postgresql://") + '/' + service,
                "postgres", "local");
    }

    /** Deletes the data of a component that does not run. */
    public void delete(String part) {
        try {
            delete(home.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    /**
     * Kills a component without notice; the stack starts it again.
     *
     * @param part the name of its log: that of a service, {@code gateway}, {@code kafka} or {@code postgres}
     */
    public void kill(String part) {
        List<ProcessHandle> all = processes(part);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Suspends a component; afterwards it can only be killed. */
    public void freeze(String part) {
        signal("-STOP", processes(part));
    }

    /** Runs something without a component, and without the identity provider, which runs in the supervising process. */
    public void without(String part, Runnable work) {
        whileNothingIsStarted(() -> {
            processes(part).forEach(ProcessHandle::destroyForcibly);
            work.run();
        });
    }

    /** The same with a component that ends because its disk is full; there is room again afterwards. */
    public void withoutRoomFor(String part, Runnable work) {
        whileNothingIsStarted(() -> {
            run(List.of("prlimit", "--fsize=1:1", "--pid", String.valueOf(id(part))));
            work.run();
        });
    }

    private void whileNothingIsStarted(Runnable work) {
        signal("-STOP", List.of(process.toHandle()));
        try {
            work.run();
        } finally {
            signal("-CONT", List.of(process.toHandle()));
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(each -> command.add(String.valueOf(each.pid())));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process run = new ProcessBuilder(command).start();
            if (run.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ProcessHandle> processes(String part) {
        ProcessHandle first = running(part);
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    private ProcessHandle running(String part) {
        return ProcessHandle.of(id(part)).orElseThrow(() -> new IllegalStateException(part + " does not run"));
    }

    /** The process id of a component, as the stack recorded it. */
    public long id(String part) {
        try {
            return Long.parseLong(Files.readString(home.resolve("processes").resolve(part)).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String log(String part) throws IOException {
        return Files.readString(home.resolve("logs").resolve(part + ".log"));
    }

    /** Ends it, and leaves its data. */
    public void stop() {
        process.destroy();
        process.onExit().orTimeout(120, SECONDS).join();
    }

    /** Copies the logs to {@code target/stack-logs}. */
    @Override
    public void close() throws IOException {
        stop();
        keepLogs();
        delete(home);
    }

    private void keepLogs() throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "stack-logs", home.getFileName().toString()));
        for (File log : home.resolve("logs").toFile().listFiles()) {
            Files.copy(log.toPath(), kept.resolve(log.getName()));
        }
    }
}
