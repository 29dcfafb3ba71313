package vn.cchc.messaging.inbox;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.UnreadableEvent;

/**
 * An event with its id and its position on the topic. An event of another type than the topic's is unreadable, and becomes a
 * dead letter.
 *
 * @param sentAt the time at which the relay sent it, by the relay's clock
 */
public record ReceivedEvent<E extends Event>(UUID id, int partition, long offset, Instant sentAt, E event) {

    public static <E extends Event> ReceivedEvent<E> of(ConsumerRecord<String, byte[]> message, Class<E> type) {
        CloudEvent envelope = KafkaMessageFactory.createReader(message).toEvent();
        if (!envelope.getType().equals(Event.typeOf(type))) {
            throw new UnreadableEvent(type, "another ce_type");
        }
        return new ReceivedEvent<>(UUID.fromString(envelope.getId()), message.partition(), message.offset(),
                Instant.ofEpochMilli(message.timestamp()),
                EventFormat.read(message.value(), type));
    }
}
