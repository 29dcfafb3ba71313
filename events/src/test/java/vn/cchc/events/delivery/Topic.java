package vn.cchc.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import vn.cchc.events.UnitResultAccepted;

/** A topic from its beginning to its end. */
record Topic(String kafka, String name) {

    /** Of each key its own numbers, in their order, and in all as many as were written. */
    void hasEachOnceInOrder(int events) {
        Map<String, Long> last = new HashMap<>();
        long count = 0;
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream().map(one -> new TopicPartition(name, one.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    follows(message, last);
                    count++;
                }
            }
        }
        assertThat(count).isEqualTo(events);
    }

    private static void follows(ConsumerRecord<String, byte[]> message, Map<String, Long> last) {
        long number = EventFormat.read(message.value(), UnitResultAccepted.class).numerator();
        Long before = last.put(message.key(), number);
        if (before != null) {
            assertThat(number).as(message.key()).isEqualTo(before + Rows.KEYS);
        }
    }
}
