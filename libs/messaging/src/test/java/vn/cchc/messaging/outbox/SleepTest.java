package vn.cchc.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** When writers tell the relay of what they wrote, on a real PostgreSQL. */
class SleepTest {

    private static final String WRITE = """
            insert into outbox (event_id, topic, key, type, data, occurred_at) values (uuidv7(), 't', 'k', 'e', '{}', now())""";

    private final Rows rows = Rows.of("survey");

    @Test
    void aWriterThatFoundTheRelayAwakeKeepsItFromFallingAsleep() throws Exception {
        try (Connection writer = rows.connect(); var relay = new OutboxTable(rows.connect())) {
            relay.open(Duration.ofMinutes(1));
            writer.setAutoCommit(false);
            writer.createStatement().execute(WRITE);
            assertThat(relay.enableNotify()).isFalse();

            writer.commit();

            assertThat(relay.enableNotify()).isTrue();
            assertThat(relay.isEmpty()).isFalse();
        }
    }

    @Test
    void onlyARelayThatSleepsIsTold() throws Exception {
        try (Connection ear = rows.connect(); Connection writer = rows.connect(); var relay = new OutboxTable(rows.connect())) {
            relay.open(Duration.ofMinutes(1));
            ear.createStatement().execute("listen outbox");

            writer.createStatement().execute(WRITE);
            assertThat(relay.enableNotify()).isTrue();
            writer.createStatement().execute(WRITE);

            assertThat(ear.unwrap(PGConnection.class).getNotifications(30_000)).hasSize(1);
        }
    }
}
