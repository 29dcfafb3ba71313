package vn.cchc.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Optional.ofNullable;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.smallrye.reactive.messaging.kafka.fault.KafkaDeadLetterQueue;

/**
 * An event that could neither be read nor applied: where it lay, what it brought, and what was wrong.
 *
 * @param headers those that it came with; and the trace, where one was begun when it was set aside
 * @param reason what was wrong, in one line
 * @param cause what lay behind that; null where nothing is known
 */
record IncomingDeadLetter(RecordPosition source, String key, Map<String, String> headers, byte[] payload, String reason,
        String cause,
        Instant at) {

    private static final String OF_THE_QUEUE = "dead-letter-";
    private static final String EVENT_ID = "ce_id";

    /** As the queue put it on its topic. What somebody else put there has no other source. */
    static IncomingDeadLetter from(ConsumerRecord<String, byte[]> letter) {
        Map<String, String> own = headers(letter);
        own.keySet().removeIf(name -> name.startsWith(OF_THE_QUEUE));
        return new IncomingDeadLetter(source(letter), letter.key(), own, letter.value(),
                ofQueue(letter, KafkaDeadLetterQueue.DEAD_LETTER_REASON).orElse("unknown"),
                ofQueue(letter, KafkaDeadLetterQueue.DEAD_LETTER_CAUSE).orElse(null), Instant.ofEpochMilli(letter.timestamp()));
    }

    static IncomingDeadLetter of(ConsumerRecord<String, byte[]> message, Throwable fault, Instant at) {
        return new IncomingDeadLetter(RecordPosition.of(message), message.key(),
                headers(message), message.value(), String.valueOf(fault.getMessage()),
                ofNullable(fault.getCause()).map(Throwable::getMessage).orElse(null), at);
    }

    IncomingDeadLetter {
        key = storable(key);
        reason = storable(reason);
        cause = storable(cause);
    }

    /** Null where the event is not even that readable. */
    UUID eventId() {
        try {
            return ofNullable(headers.get(EVENT_ID)).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static RecordPosition source(ConsumerRecord<String, byte[]> letter) {
        try {
            return ofQueue(letter, KafkaDeadLetterQueue.DEAD_LETTER_TOPIC).map(topic -> new RecordPosition(topic,
                    Integer.parseInt(ofQueue(letter, KafkaDeadLetterQueue.DEAD_LETTER_PARTITION).orElse("")),
                    Long.parseLong(ofQueue(letter, KafkaDeadLetterQueue.DEAD_LETTER_OFFSET).orElse(""))))
                    .orElseGet(() -> RecordPosition.of(letter));
        } catch (NumberFormatException notOfTheQueue) {
            return RecordPosition.of(letter);
        }
    }

    /** The queue puts its headers before those that the event brought, which may have been a dead letter before. */
    private static Optional<String> ofQueue(ConsumerRecord<?, ?> letter, String name) {
        Iterator<Header> found = letter.headers().headers(name).iterator();
        return found.hasNext() ? ofNullable(found.next().value()).map(value -> storable(new String(value, UTF_8)))
                : Optional.empty();
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(storable(header.key()), header.value() == null ? "" : storable(new String(header.value(), UTF_8)));
        }
        return headers;
    }

    /** PostgreSQL's texts hold every character but this one. */
    private static String storable(String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
