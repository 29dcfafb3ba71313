package vn.cchc.messaging.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.messaging.TraceParent;

/** @param traceParent of the request that caused the event; null without one */
record OutboxRow(long position, UUID eventId, String topic, String key, String type, String data, OffsetDateTime occurredAt,
        String traceParent) {

    /** The message of the event: a CloudEvent 1.0 in binary mode. */
    ProducerRecord<String, byte[]> toMessage(URI source) {
        var event = CloudEventBuilder.v1().withId(eventId.toString()).withSource(source).withType(type).withSubject(key)
                .withTime(occurredAt).withData("application/json", data.getBytes(UTF_8)).build();
        ProducerRecord<String, byte[]> message = KafkaMessageFactory.<String> createWriter(topic, null, null, key)
                .writeBinary(event);
        if (traceParent != null) {
            message.headers().add(TraceParent.HEADER, traceParent.getBytes(US_ASCII));
        }
        return message;
    }
}
