package vn.cchc.messaging.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The position of a message on a topic. */
public record RecordPosition(String topic, int partition, long offset) {

    public static RecordPosition of(ConsumerRecord<?, ?> message) {
        return new RecordPosition(message.topic(), message.partition(), message.offset());
    }
}
