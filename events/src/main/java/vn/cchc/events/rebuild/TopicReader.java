package vn.cchc.events.rebuild;

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

import vn.cchc.events.inbox.Patience;

/** Reads topics from their beginnings to where they end now, beside the group that reads them otherwise. */
class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    TopicReader(Map<String, Object> broker, Collection<String> topics) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.remove("group.id");
        settings.put("enable.auto.commit", false);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
        this.consumer.assign(partitions);
        this.consumer.seekToBeginning(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    long total() {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
        return ends.entrySet().stream().mapToLong(end -> end.getValue() - beginnings.get(end.getKey())).sum();
    }

    boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    ConsumerRecords<String, byte[]> next() {
        ConsumerRecords<String, byte[]> read = consumer.poll(PATIENCE);
        if (read.isEmpty() && !isAtEnd()) {
            throw new Patience.Wait("Kafka does not answer");
        }
        return read;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
