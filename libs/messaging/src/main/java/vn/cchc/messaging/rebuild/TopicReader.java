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

import vn.cchc.messaging.inbox.RetryableException;

/** Reads topics from their beginning to their current end, independently of the consumer group. */
class TopicReader implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;

    /** The topics must still have their beginnings. */
    TopicReader(Map<String, Object> broker, Collection<String> topics) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove("group.id");
        settings.put("enable.auto.commit", false);
        settings.put("default.api.timeout.ms", (int) TIMEOUT.toMillis());
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
            this.consumer.assign(partitions);
            this.consumer.seekToBeginning(partitions);
            this.beginnings = consumer.beginningOffsets(partitions);
            this.ends = consumer.endOffsets(partitions);
            beginnings.forEach(TopicReader::requireBeginning);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void requireBeginning(TopicPartition partition, long beginning) {
        if (beginning > 0) {
            throw new IllegalStateException(partition + " no longer contains its first " + beginning + " events");
        }
    }

    /** The number of offsets: one for each event, and one for each commit marker of Kafka. */
    long total() {
        return ends.keySet().stream().mapToLong(partition -> offsets(partition, ends.get(partition))).sum();
    }

    /** The number of offsets read so far. */
    long processed() {
        return ends.keySet().stream().mapToLong(partition -> offsets(partition, consumer.position(partition))).sum();
    }

    private long offsets(TopicPartition partition, long offset) {
        return Math.min(offset, ends.get(partition)) - beginnings.get(partition);
    }

    boolean isAtEnd() {
        return processed() == total();
    }

    /** Empty if only commit markers were read. */
    ConsumerRecords<String, byte[]> next() {
        List<Long> before = positions();
        ConsumerRecords<String, byte[]> read = consumer.poll(TIMEOUT);
        if (read.isEmpty() && positions().equals(before)) {
            throw new RetryableException("Kafka does not reply");
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
