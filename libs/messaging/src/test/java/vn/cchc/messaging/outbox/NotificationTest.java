package vn.cchc.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Notifications of the relay by writers, on a real PostgreSQL. */
class NotificationTest {

    private static final String WRITE = """
            insert into outbox (event_id, topic, key, type, data, occurred_at) values (uuidv7(), 't', 'k', 'e', '{}', now())""";

    private final Rows rows = Rows.of("survey");

    @Test
    void anOpenWriterOfABusyRelayPreventsItsIdleState() throws Exception {
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
    void onlyAnIdleRelayIsNotified() throws Exception {
        try (Connection listener = rows.connect();
                Connection writer = rows.connect();
                var relay = new OutboxTable(rows.connect())) {
            relay.open(Duration.ofMinutes(1));
            listener.createStatement().execute("listen outbox");

            writer.createStatement().execute(WRITE);
            assertThat(relay.enableNotify()).isTrue();
            writer.createStatement().execute(WRITE);

            assertThat(listener.unwrap(PGConnection.class).getNotifications(30_000)).hasSize(1);
        }
    }
}
