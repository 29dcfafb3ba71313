package vn.cchc.events.inbox;

import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.events.Event;
import vn.cchc.events.EventFormat;

/** An event as it came, and by which id it is known. */
public record Arrival<E extends Event>(UUID id, int partition, long offset, E event) {

    public static <E extends Event> Arrival<E> of(ConsumerRecord<String, byte[]> message, Class<E> type) {
        UUID id = UUID.fromString(KafkaMessageFactory.createReader(message).toEvent().getId());
        return new Arrival<>(id, message.partition(), message.offset(), EventFormat.read(message.value(), type));
    }
}
