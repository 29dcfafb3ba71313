package vn.cchc.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.UnreadableEvent;

/**
 * An event with its id and its position on the topic.
 *
 * @param occurredAt the time of the change, by the clock of the service that published it
 * @param sentAt the time at which the relay sent it, by the relay's clock
 */
public record ReceivedEvent<E extends Event>(UUID id, int partition, long offset, Instant occurredAt, Instant sentAt, E event) {

    /**
     * @param type a record, or a sealed interface whose records the topic carries
     * @throws UnreadableEvent if the message is not an event of this type
     */
    public static <E extends Event> ReceivedEvent<E> of(ConsumerRecord<String, byte[]> message, Class<E> type) {
        CloudEvent envelope = KafkaMessageFactory.createReader(message).toEvent();
        Class<? extends E> actual = records(type).filter(each -> Event.typeOf(each).equals(envelope.getType())).findFirst()
                .orElseThrow(() -> new UnreadableEvent(type, "another ce_type"));
        Instant sentAt = Instant.ofEpochMilli(message.timestamp());
        Instant occurredAt = envelope.getTime() == null ? sentAt : envelope.getTime().toInstant();
        return new ReceivedEvent<>(UUID.fromString(envelope.getId()), message.partition(), message.offset(), occurredAt, sentAt,
                EventFormat.read(message.value(), actual));
    }

    /** The id of a message's event; empty if it is unreadable. */
    public static Optional<UUID> id(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.ofNullable(message.headers().lastHeader("ce_id")).map(Header::value)
                    .map(id -> UUID.fromString(new String(id, UTF_8)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static <E extends Event> Stream<Class<? extends E>> records(Class<E> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).map(each -> each.<E> asSubclass(type))
                : Stream.of(type);
    }
}
