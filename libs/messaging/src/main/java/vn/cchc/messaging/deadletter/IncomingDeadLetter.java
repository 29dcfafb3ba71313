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
 * An event that could not be read or applied.
 *
 * @param headers those of the event, and those of the trace if one was begun for the dead letter
 * @param reason why it was not applied, in one line
 * @param cause null if unknown
 */
record IncomingDeadLetter(RecordPosition source, String key, Map<String, String> headers, byte[] payload, String reason,
        String cause,
        Instant at) {

    private static final String QUEUE_PREFIX = "dead-letter-";
    private static final String EVENT_ID = "ce_id";

    /** A message of the dead-letter topic. Without the headers of the queue it is its own source. */
    static IncomingDeadLetter from(ConsumerRecord<String, byte[]> letter) {
        Map<String, String> original = headers(letter);
        original.keySet().removeIf(name -> name.startsWith(QUEUE_PREFIX));
        return new IncomingDeadLetter(source(letter), letter.key(), original, letter.value(),
                queueHeader(letter, KafkaDeadLetterQueue.DEAD_LETTER_REASON).orElse("unknown"),
                queueHeader(letter, KafkaDeadLetterQueue.DEAD_LETTER_CAUSE).orElse(null),
                Instant.ofEpochMilli(letter.timestamp()));
    }

    static IncomingDeadLetter of(ConsumerRecord<String, byte[]> message, Throwable failure, Instant at) {
        return new IncomingDeadLetter(RecordPosition.of(message), message.key(),
                headers(message), message.value(), String.valueOf(failure.getMessage()),
                ofNullable(failure.getCause()).map(Throwable::getMessage).orElse(null), at);
    }

    IncomingDeadLetter {
        key = storable(key);
        reason = storable(reason);
        cause = storable(cause);
    }

    /** Null if it is unreadable. */
    UUID eventId() {
        try {
            return ofNullable(headers.get(EVENT_ID)).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static RecordPosition source(ConsumerRecord<String, byte[]> letter) {
        try {
            return queueHeader(letter, KafkaDeadLetterQueue.DEAD_LETTER_TOPIC).map(topic -> new RecordPosition(topic,
                    Integer.parseInt(queueHeader(letter, KafkaDeadLetterQueue.DEAD_LETTER_PARTITION).orElse("")),
                    Long.parseLong(queueHeader(letter, KafkaDeadLetterQueue.DEAD_LETTER_OFFSET).orElse(""))))
                    .orElseGet(() -> RecordPosition.of(letter));
        } catch (NumberFormatException foreign) {
            return RecordPosition.of(letter);
        }
    }

    /** The queue puts its headers before those of the event, which may have been a dead letter before. */
    private static Optional<String> queueHeader(ConsumerRecord<?, ?> letter, String name) {
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

    /** A text in PostgreSQL cannot contain NUL. */
    private static String storable(String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
