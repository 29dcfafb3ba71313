package vn.cchc.messaging.rebuild;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import vn.cchc.messaging.inbox.TransientFailureRetry;

/** Reads topics from their beginnings to where they end now, beside the group that reads them otherwise. */
class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;

    /** @param reached up to which place events were applied already; the topics must still hold all these */
    TopicReader(Map<String, Object> broker, Collection<String> topics, Map<TopicPartition, Long> reached) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove("group.id");
        settings.put("enable.auto.commit", false);
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
            this.consumer.assign(partitions);
            this.consumer.seekToBeginning(partitions);
            this.beginnings = consumer.beginningOffsets(partitions);
            this.ends = consumer.endOffsets(partitions);
            beginnings.forEach((partition, beginning) -> requireComplete(partition, beginning == 0));
            reached.forEach((partition, offset) -> requireComplete(partition, ends.getOrDefault(partition, 0L) > offset));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void requireComplete(TopicPartition partition, boolean whole) {
        if (!whole) {
            throw new IllegalStateException(partition + " does not hold any more what was applied of it");
        }
    }

    /** In places: each event has one, and so has every mark with which Kafka ends a relay's batch. */
    long total() {
        return ends.keySet().stream().mapToLong(partition -> places(partition, ends.get(partition))).sum();
    }

    /** How many of these places were passed. */
    long passed() {
        return ends.keySet().stream().mapToLong(partition -> places(partition, consumer.position(partition))).sum();
    }

    private long places(TopicPartition partition, long offset) {
        return Math.min(offset, ends.get(partition)) - beginnings.get(partition);
    }

    boolean isAtEnd() {
        return passed() == total();
    }

    /** Nothing where marks alone were passed. */
    ConsumerRecords<String, byte[]> next() {
        List<Long> before = positions();
        ConsumerRecords<String, byte[]> read = consumer.poll(PATIENCE);
        if (read.isEmpty() && positions().equals(before)) {
            throw new TransientFailureRetry.Wait("Kafka does not answer");
        }
        return read;
    }

    private List<Long> positions() {
        return ends.keySet().stream().map(consumer::position).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
