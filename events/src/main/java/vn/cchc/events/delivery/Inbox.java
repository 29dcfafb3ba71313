package vn.cchc.events.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.events.Event;

/**
 * Applies each event once. That an event was applied is written in the transaction of the work, so a message which comes
 * again, after a crash or from a relay that sent twice, changes nothing. An event that cannot be read or applied is thrown,
 * and the channel's dead-letter topic takes it; while the database is away it is tried until the database is back.
 */
@ApplicationScoped
public class Inbox {

    private final DataSource database;
    private final Patience patience;

    Inbox(DataSource database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    public <E extends Event> void once(ConsumerRecord<String, byte[]> message, Class<E> type, Consumer<E> work) {
        CloudEvent envelope = KafkaMessageFactory.createReader(message).toEvent();
        E event = EventFormat.read(message.value(), type);
        UUID id = UUID.fromString(envelope.getId());
        patience.untilDatabaseIsBack(() -> QuarkusTransaction.requiringNew().run(() -> {
            if (isFirst(id)) {
                work.accept(event);
            }
        }));
    }

    private boolean isFirst(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection
                        .prepareStatement("insert into inbox (event_id) values (?) on conflict do nothing")) {
            insert.setObject(1, id);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
