package vn.cchc.events.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where an event lies. */
public record Source(String topic, int partition, long offset) {

    public static Source of(ConsumerRecord<?, ?> message) {
        return new Source(message.topic(), message.partition(), message.offset());
    }
}
