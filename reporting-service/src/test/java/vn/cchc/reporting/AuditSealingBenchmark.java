package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

/**
 * How fast the audit trail is sealed: the time from the commit of an entry to the commit of its seal at a constant rate
 * of changes, and the seals of a backlog beside a COPY of the same rows.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class AuditSealingBenchmark {

    private static final int RATE = Integer.getInteger("cchc.rate", 4_000);
    private static final int SECONDS = Integer.getInteger("cchc.seconds", 15);
    private static final int BACKLOG = Integer.getInteger("cchc.backlog", 100_000);
    private static final int ROUNDS = Integer.getInteger("cchc.rounds", 3);
    private static final Duration TICK = Duration.ofMillis(25);

    private static final String ADD = """
            insert into audit_entry (id, at, actor, client, roles, unit, resource, resource_id, action, changes, trace_id, request_id)
            select uuidv7(), clock_timestamp(), 'vp-reporter', 'cchc-web', '{reporter,viewer}', 'VP', '%s', uuidv7()::text,
              'ENTER_FIGURES', format('[{"after":%%s,"before":null,"field":"/figures/CT05.1/numerator"},'
                '{"after":%%s,"before":null,"field":"/figures/CT05.1/denominator"},'
                '{"after":"2026-12-01T00:00:00Z","before":null,"field":"/figures/CT05.1/enteredAt"}]', n, n + 1),
              md5(n::text), uuidv7()::text
            from generate_series(1, %d) n""";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void theSealerKeepsUpWithAConstantRate() throws Exception {
        try (Connection database = connect()) {
            write(database, "warm-up", RATE, 5);
            awaitSealed(database);

            write(database, "steady", RATE, SECONDS);
            awaitSealed(database);

            try (ResultSet lag = database.createStatement().executeQuery("""
                    select count(*), percentile_cont(array[0.5, 0.99, 1]) within group (order by 1000 * extract(epoch from
                      pg_xact_commit_timestamp(seal.xmin) - pg_xact_commit_timestamp(entry.xmin)))
                    from audit_entry entry join audit_seal seal on seal.entry = entry.id where entry.resource = 'steady'""")) {
                lag.next();
                Double[] milliseconds = (Double[]) lag.getArray(2).getArray();
                say("%,d entries at %,d a second, from the commit of an entry to that of its seal: p50 %.0f ms, p99 %.0f ms, max %.0f ms",
                        lag.getLong(1), RATE, milliseconds[0], milliseconds[1], milliseconds[2]);
                assertThat(lag.getLong(1)).isEqualTo((long) RATE * SECONDS);
            }
        }
    }

    @Test
    void aBacklogIsSealed() throws Exception {
        try (Connection database = connect()) {
            for (int round = 0; round < ROUNDS; round++) {
                String resource = "backlog-" + round;
                execute(database, ADD.formatted(resource, BACKLOG));
                long begin = System.nanoTime();
                awaitSealed(database);
                double sealed = seconds(begin);
                double copied = copy(database, resource);
                say("round %d: %,d entries: %,.0f seals a second, COPY of the same seals %,.0f; ratio %.3f", round, BACKLOG,
                        BACKLOG / sealed, BACKLOG / copied, copied / sealed);
            }
        }
    }

    private static void write(Connection database, String resource, int rate, int seconds) throws SQLException {
        int perTick = (int) (rate * TICK.toMillis() / 1_000);
        long begin = System.nanoTime();
        for (int tick = 0; tick < rate * seconds / perTick; tick++) {
            LockSupport.parkNanos(begin + tick * TICK.toNanos() - System.nanoTime());
            execute(database, ADD.formatted(resource, perTick));
        }
        say("%,d entries of %s took %.1f s to write", rate * seconds, resource, seconds(begin));
    }

    private static double copy(Connection database, String resource) throws Exception {
        execute(database, "create table seal_copy (like audit_seal including all)");
        try {
            var copy = database.unwrap(PGConnection.class).getCopyAPI();
            var rows = new ByteArrayOutputStream();
            copy.copyOut("copy (select seal.* from audit_seal seal join audit_entry entry on entry.id = seal.entry "
                    + "where entry.resource = '%s' order by position) to stdout".formatted(resource), rows);
            long begin = System.nanoTime();
            assertThat(copy.copyIn("copy seal_copy from stdin", new ByteArrayInputStream(rows.toByteArray())))
                    .isEqualTo(BACKLOG);
            return seconds(begin);
        } finally {
            execute(database, "drop table seal_copy");
        }
    }

    private static void awaitSealed(Connection database) {
        await().pollInterval(Duration.ofMillis(50)).atMost(2, MINUTES).until(() -> {
            try (ResultSet counts = database.createStatement().executeQuery(
                    "select (select count(*) from audit_entry) = (select count(*) from audit_seal)")) {
                return counts.next() && counts.getBoolean(1);
            }
        });
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String text, Object... values) {
        System.out.println("benchmark: " + text.formatted(values));
    }
}
