package vn.cchc.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.messaging.EventFormat;

/** All messages of a topic. */
record KafkaTopic(String kafka, String name) {

    /** Requires that the numbers of each key are in order, and that the number of events is as expected. */
    void hasEachOnceInOrder(int events) {
        Map<String, Long> last = new HashMap<>();
        AtomicLong count = new AtomicLong();
        read(message -> {
            follows(message, last);
            count.incrementAndGet();
        });
        assertThat(count).hasValue(events);
    }

    List<String> data() {
        List<String> found = new ArrayList<>();
        read(message -> found.add(new String(message.value(), UTF_8)));
        return found;
    }

    private void read(Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest", "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream().map(one -> new TopicPartition(name, one.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(reader);
            }
        }
    }

    private static void follows(ConsumerRecord<String, byte[]> message, Map<String, Long> last) {
        long number = EventFormat.read(message.value(), UnitResultAccepted.class).numerator();
        Long before = last.put(message.key(), number);
        if (before != null) {
            assertThat(number).as(message.key()).isEqualTo(before + Rows.KEYS);
        }
    }
}
