package vn.cchc.messaging.inbox;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;

/**
 * An event as it came, and by which id it is known.
 *
 * @param sentAt when the relay sent it, by the relay's clock
 */
public record ReceivedEvent<E extends Event>(UUID id, int partition, long offset, Instant sentAt, E event) {

    public static <E extends Event> ReceivedEvent<E> of(ConsumerRecord<String, byte[]> message, Class<E> type) {
        UUID id = UUID.fromString(KafkaMessageFactory.createReader(message).toEvent().getId());
        return new ReceivedEvent<>(id, message.partition(), message.offset(), Instant.ofEpochMilli(message.timestamp()),
                EventFormat.read(message.value(), type));
    }
}
