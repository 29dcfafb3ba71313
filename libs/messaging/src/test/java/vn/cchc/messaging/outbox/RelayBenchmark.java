package vn.cchc.messaging.outbox;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * What the outbox and its relay bear, on a real PostgreSQL and a real Kafka. It prints what it sees; what it insists on
 * is bounded so widely that no busy machine crosses it. What is compared is measured by turns, so that a busy machine
 * slows both.
 */
class RelayBenchmark {

    private static final int BURST = Integer.getInteger("cchc.burst", 100_000);
    private static final int BACKLOG = Integer.getInteger("cchc.backlog", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("cchc.rounds", 8);

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aBurstIsDrained() throws Exception {
        var rows = Rows.of("survey");
        rows.fill("benchmark.warm-up", BURST / 5);
        drain(rows, BURST / 5);
        rows.fill("benchmark.burst", BURST);

        Duration took = drain(rows, BURST);

        say("%,d events drained in %s: %,.0f a second", BURST, took, BURST / seconds(took));
        new KafkaTopic(rows.kafka(), "benchmark.burst").hasEachOnceInOrder(BURST);
    }

    @Test
    void aBacklogSlowsNeitherWritersNorRelay() throws Exception {
        var empty = Rows.of("targets");
        var full = Rows.of("reporting");
        full.fill("benchmark.backlog", BACKLOG);

        assertThat(ratioOfRates("%,d rows waiting", full, empty)).isGreaterThan(0.5);
        say("with %,d rows waiting: %s", BACKLOG, looks(full));
        full.asOwner("delete from outbox where topic <> 'benchmark.backlog'");
        try (Connection reader = full.connect()) {
            // As a backup does: while it reads, no row that it may see is cleaned away.
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.createStatement().execute("select count(*) from inbox");
            Duration took = drain(full, BACKLOG);
            say("%,d events drained beside a long reader in %s: %,.0f a second", BACKLOG, took, BACKLOG / seconds(took));
            say("with %,d dead rows in front: %s", BACKLOG, looks(full));
        }
        say("after the long reader: %s", looks(full));
        new KafkaTopic(full.kafka(), "benchmark.backlog").hasEachOnceInOrder(BACKLOG);
    }

    @Test
    void tellingTheRelayDoesNotSlowWriters() throws Exception {
        var rows = Rows.of("targets");
        double untold = 0;
        double awake = 0;
        double asleep = 0;
        try (var writers = new Writers(rows); var sleeper = new OutboxTable(rows.connect())) {
            sleeper.open(ofSeconds(60));
            for (int round = 0; round < ROUNDS; round++) {
                rows.asOwner("alter table outbox disable trigger notify_relay");
                untold += writers.rate(ofSeconds(2)) / ROUNDS;
                rows.asOwner("alter table outbox enable trigger notify_relay");
                awake += writers.rate(ofSeconds(2)) / ROUNDS;
                assertThat(sleeper.enableNotify()).isTrue();
                asleep += writers.rate(ofSeconds(2)) / ROUNDS;
                sleeper.disableNotify();
            }
        }
        say("8 writers: %,.0f transactions a second without a trigger; ratio %.2f while the relay is awake, %.2f if all notify",
                untold, awake / untold, asleep / untold);
        assertThat(awake / untold).isGreaterThan(0.5);
    }

    private double ratioOfRates(String what, Rows one, Rows other) throws SQLException {
        double first = 0;
        double second = 0;
        try (var ones = new Writers(one); var others = new Writers(other)) {
            for (int round = 0; round < ROUNDS; round++) {
                first += ones.rate(ofSeconds(2)) / ROUNDS;
                second += others.rate(ofSeconds(2)) / ROUNDS;
            }
        }
        say(what + ": %,.0f transactions a second, otherwise %,.0f; ratio %.2f", BACKLOG, first, second, first / second);
        return first / second;
    }

    private Duration drain(Rows rows, int events) throws InterruptedException {
        var published = meters.counter("cchc.relay.published");
        double before = published.count();
        var relay = new Relay(rows.source(), RelayFixture.publisher(rows), RelayFixture.config(),
                new RelayMetrics(meters, Clock.systemUTC()), new RelayLeadership(meters));
        long begin = System.nanoTime();
        relay.start(null);
        await().pollInterval(ofMillis(10)).atMost(ofSeconds(900)).until(() -> published.count() - before >= events);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        relay.stop(null);
        return took;
    }

    private static String looks(Rows rows) throws SQLException {
        try (var outbox = new OutboxTable(rows.connect())) {
            outbox.open(ofSeconds(60));
            return "first %.1f ms, backlog %.1f ms".formatted(milliseconds(() -> outbox.next(500)),
                    milliseconds(outbox::backlog));
        }
    }

    private interface Look {
        void take() throws SQLException;
    }

    private static double milliseconds(Look look) throws SQLException {
        long begin = System.nanoTime();
        for (int times = 0; times < 10; times++) {
            look.take();
        }
        return (System.nanoTime() - begin) / 1e7;
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    private static void say(String text, Object... values) {
        System.out.println("benchmark: " + text.formatted(values));
    }
}
