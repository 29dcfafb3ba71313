package vn.cchc.system.rolling;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The replicas of a packaged component behind a balancer, like a Deployment of {@code k8s/base}. */
final class Deployment implements AutoCloseable {

    private static final int REPLICAS = 2;
    /** {@code terminationGracePeriodSeconds}; the machine may be slow. */
    private static final int GRACE_SECONDS = 45;

    private record Replica(Process process, int port) {
    }

    private final String component;
    private final Map<String, String> environment;
    private final boolean managed;
    private final Balancer balancer;
    private final Deque<Replica> replicas = new ArrayDeque<>();
    private int started;

    /** @param managed whether health is on a port of its own */
    Deployment(String component, Map<String, String> environment, boolean managed, Balancer balancer) {
        this.component = component;
        this.environment = environment;
        this.managed = managed;
        this.balancer = balancer;
    }

    void start() throws IOException {
        for (int replica = 0; replica < REPLICAS; replica++) {
            launch();
        }
        replicas.forEach(replica -> balancer.awaitReady(replica.port()));
    }

    /** One by one: a new replica is ready before an old one is stopped. */
    void replace() throws IOException {
        for (Replica old : List.copyOf(replicas)) {
            balancer.awaitReady(launch().port());
            old.process().destroy();
            int exitCode = old.process().onExit().orTimeout(GRACE_SECONDS, SECONDS).join().exitValue();
            if (exitCode != 143) {
                throw new IllegalStateException(component + " ended with exit code " + exitCode);
            }
            balancer.remove(old.port());
            replicas.remove(old);
        }
    }

    private Replica launch() throws IOException {
        int port = freePort();
        int healthPort = managed ? freePort() : port;
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("QUARKUS_HTTP_PORT", "" + port);
        if (managed) {
            settings.put("QUARKUS_MANAGEMENT_PORT", "" + healthPort);
        }
        Path log = Files.createDirectories(Path.of("target/rolling")).resolve(component + '-' + ++started + ".log");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                new File("../" + component + "/target/quarkus-app/quarkus-run.jar").toString()).redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(settings);
        Replica replica = new Replica(builder.start(), port);
        replicas.add(replica);
        balancer.add(port, healthPort);
        return replica;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String toString() {
        return component;
    }

    @Override
    public void close() {
        replicas.forEach(replica -> replica.process().destroyForcibly());
        replicas.forEach(replica -> replica.process().onExit().join());
    }
}
