package vn.cchc.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * PostgreSQL, Kafka and the identity provider for the tests of a service, in a process of their own:
 * {@code @QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))}.
 * Without a database it is the identity provider alone. They start once per test JVM, and end with it even if it is killed.
 */
public class LocalStackTestResource implements QuarkusTestResourceLifecycleManager {

    // Quarkus loads this class more than once in a JVM; system properties and interned strings are the same for all.
    private static final String ENDPOINTS = "cchc.endpoints";
    private static final Object ONE_AT_A_TIME = "vn.cchc.local.LocalStackTestResource".intern();

    private String database;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
        if (database != null && !List.of("targets", "reporting", "survey").contains(database)) {
            throw new IllegalArgumentException("database must be targets, reporting or survey, not " + database);
        }
    }

    @Override
    public Map<String, String> start() {
        Properties endpoints = endpoints(database == null ? "identity" : "infrastructure");
        String issuer = endpoints.getProperty("identity");
        System.setProperty(Tokens.ISSUER, issuer);
        Map<String, String> settings = new HashMap<>(Map.of("quarkus.oidc.auth-server-url", issuer, Tokens.ISSUER, issuer));
        if (database != null) {
            String password = System.getenv().getOrDefault("CCHC_DATABASE_PASSWORD", "local");
            settings.putAll(Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://" + endpoints.getProperty("postgres") + "/" + database,
                    "quarkus.datasource.username", database,
                    "quarkus.datasource.password", password,
                    "quarkus.flyway.username", database + "_owner",
                    "quarkus.flyway.password", password,
                    "kafka.bootstrap.servers", endpoints.getProperty("kafka")));
        }
        return settings;
    }

    /** Nothing: the next test class uses the same servers. */
    @Override
    public void stop() {
    }

    private static Properties endpoints(String mode) {
        String name = ENDPOINTS + "." + mode;
        synchronized (ONE_AT_A_TIME) {
            if (System.getProperty(name) == null) {
                System.setProperty(name, launch(mode));
            }
            return read(Path.of(System.getProperty(name)));
        }
    }

    private static Properties read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties endpoints = new Properties();
            endpoints.load(reader);
            return endpoints;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String launch(String mode) {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar().toString(), mode)
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(Set.of("CCHC_HOME", "QUARKUS_OIDC_AUTH_SERVER_URL"));
        List.of("POSTGRES", "KAFKA", "IDENTITY").forEach(part -> builder.environment().put("CCHC_" + part + "_PORT", "0"));
        try {
            Process stack = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack)));
            return endpointsOf(stack.inputReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String endpointsOf(BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
            lines.add(line);
        }
        throw new IllegalStateException("the local stack did not start: " + String.join("; ", lines));
    }

    private static void end(Process stack) {
        try {
            stack.getOutputStream().close();
            stack.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // In the build this class comes from the jar itself; in an IDE from target/classes beside it.
    private static Path jar() {
        try {
            Path code = Path.of(LocalStackTestResource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path jar = code.resolveSibling("local-stack-runnable.jar");
            if (!Files.exists(jar) || !Files.exists(jar.resolveSibling("lib"))) {
                throw new IllegalStateException("there is no " + jar + " with its lib; ./mvnw package makes it");
            }
            return jar;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
