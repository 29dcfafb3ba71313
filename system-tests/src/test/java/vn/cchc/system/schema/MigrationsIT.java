package vn.cchc.system.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.local.StackProcess;

/**
 * The migrations only add to the last release: while replicas are replaced one by one, and after a return to that release, its
 * programs work with the new tables. {@code -Dschema.write} records the current state as a release.
 */
class MigrationsIT {

    private static final Path RELEASE = Path.of("src/test/resources/schema/1.0.0");
    /** Constraints that accept more than they did in the release: what its programs write is still valid. */
    private static final Map<String, String> WIDENED = Map.of("constraint audit_seal: CHECK ((format = 1))",
            "constraint audit_seal: CHECK (((format >= 1) AND (format <= 2)))");
    private static final List<String> MODULES = List.of("libs/messaging", "libs/audit", "libs/idempotency");

    private static StackProcess stack;

    @BeforeAll
    static void startEmptyDatabases(@TempDir Path home) throws Exception {
        stack = StackProcess.infrastructure(home);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "targets", "reporting", "survey" })
    void theTablesOfTheLastReleaseAreStillThere(String service) throws Exception {
        String url = "jdbc:postgresql://" + stack.postgres() + "/" + service;
        Flyway flyway = flyway(service, url);

        flyway.migrate();

        Schema schema;
        try (Connection database = DriverManager.getConnection(url, service + "_owner", "local")) {
            schema = Schema.of(database);
        }
        Map<String, String> checksums = checksums(flyway);
        write(service, schema, checksums);
        Schema released = Schema.parse(Files.readAllLines(RELEASE.resolve(service + ".txt")).stream()
                .map(line -> WIDENED.getOrDefault(line, line)).toList());
        assertThat(released.columns()).hasSizeGreaterThan(50);
        assertThat(schema.breaks(released)).isEmpty();
        assertThat(checksums).as("A migration of a release is not changed; write a new one")
                .containsAllEntriesOf(released(service));
    }

    /** As the services configure it. */
    private static Flyway flyway(String service, String url) {
        String[] locations = Stream.concat(MODULES.stream(), Stream.of(service + "-service"))
                .map(module -> "filesystem:../" + module + "/src/main/resources/db").toArray(String[]::new);
        return Flyway.configure().dataSource(url, service + "_owner", "local").locations(locations).outOfOrder(true)
                .placeholders(Map.of("application", service)).load();
    }

    private static Map<String, String> checksums(Flyway flyway) {
        Map<String, String> checksums = new TreeMap<>();
        Arrays.stream(flyway.info().applied())
                .forEach(migration -> checksums.put(Path.of(migration.getScript()).getFileName().toString(),
                        String.valueOf(migration.getChecksum())));
        return checksums;
    }

    private static Map<String, String> released(String service) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        Files.readAllLines(RELEASE.resolve(service + "-migrations.txt")).stream().map(line -> line.split(" "))
                .forEach(parts -> checksums.put(parts[0], parts[1]));
        return checksums;
    }

    private static void write(String service, Schema schema, Map<String, String> checksums) throws IOException {
        if (System.getProperty("schema.write") != null) {
            Files.createDirectories(RELEASE);
            Files.write(RELEASE.resolve(service + ".txt"), schema.lines());
            Files.write(RELEASE.resolve(service + "-migrations.txt"),
                    checksums.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList());
        }
    }
}
