package vn.cchc.benchmark;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import vn.cchc.system.stack.RunningStack;

/** The events that the relay of a packaged service publishes from its outbox, beside a COPY of the same rows. */
final class RelayRows {

    private static final String DATABASE = "survey";
    /** Nobody reads it. */
    private static final String TOPIC = "benchmark.relay";
    private static final int EVENTS = Integer.getInteger("cchc.events", 50_000);
    private static final String FILL = """
            insert into outbox (event_id, topic, key, type, data, occurred_at)
            select uuidv7(), '%s', 'CT05.1|2025H1|U' || n %% 5000, 'unit-result-accepted.v1',
              '{"indicator":"CT05.1","period":"2025H1","unit":"VP","numerator":' || n || ',"denominator":1000000000,"seal":"'
                || repeat('0', 300) || '"}', now()
            from generate_series(1, %d) n""".formatted(TOPIC, EVENTS);

    private final RunningStack stack;
    private final Table table;

    RelayRows(RunningStack stack, Table table) {
        this.stack = stack;
        this.table = table;
    }

    void measure() throws SQLException, IOException {
        var published = new Series();
        var copied = new Series();
        try (Connection connection = stack.database(DATABASE)) {
            publish(connection);
            for (int round = 0; round < Length.ROUNDS; round++) {
                published.add(publish(connection));
                copied.add(copy(connection));
            }
        }
        table.add("events published from the outbox, %,d at a time".formatted(EVENTS), "events/s", published.median(),
                copied.median(), "COPY of the same rows", "");
    }

    /** @return how many in a second, from the commit of the rows to the empty outbox */
    private static double publish(Connection connection) throws SQLException {
        connection.createStatement().execute(FILL);
        long begun = System.nanoTime();
        await("the empty outbox").atMost(5, MINUTES).pollInterval(Duration.ofMillis(20)).pollInSameThread()
                .until(() -> isEmpty(connection));
        return EVENTS / seconds(begun);
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select not exists (select from outbox)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** @return how many in a second */
    private static double copy(Connection connection) throws SQLException, IOException {
        connection.createStatement().execute("create table copied (like outbox including all)");
        try {
            var copies = new CopyManager(connection.unwrap(BaseConnection.class));
            var text = new StringWriter();
            copies.copyOut("copy (" + FILL.substring(FILL.indexOf("select")) + ") to stdout", text);
            long begun = System.nanoTime();
            copies.copyIn("copy copied (event_id, topic, key, type, data, occurred_at) from stdin",
                    new StringReader(text.toString()));
            return EVENTS / seconds(begun);
        } finally {
            connection.createStatement().execute("drop table copied");
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
