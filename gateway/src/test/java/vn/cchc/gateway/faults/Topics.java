package vn.cchc.gateway.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.vertx.core.json.JsonObject;
import vn.cchc.gateway.faults.Books.Figure;
import vn.cchc.gateway.faults.Books.Published;

/** What lies on the topics, and how far they are read. */
record Topics(String broker) {

    /** Whether every group of readers has finished every topic of which it reads anything. */
    boolean areRead() {
        try (Admin admin = Admin.create(settings()); KafkaConsumer<String, String> reader = reader()) {
            for (GroupListing group : got(admin.listGroups().all())) {
                Map<TopicPartition, OffsetAndMetadata> read = got(
                        admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
                Set<String> topics = read.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
                boolean behind = ends(reader, topics).entrySet().stream().anyMatch(end -> end.getValue() > 0
                        && (read.get(end.getKey()) == null || read.get(end.getKey()).offset() < end.getValue()));
                if (behind) {
                    return false;
                }
            }
            return true;
        }
    }

    Map<String, Long> deadLetters() {
        try (KafkaConsumer<String, String> reader = reader()) {
            Map<String, Long> found = new TreeMap<>();
            Set<String> topics = reader.listTopics().keySet().stream().filter(topic -> topic.endsWith("dead-letters"))
                    .collect(Collectors.toSet());
            ends(reader, topics).forEach((partition, end) -> found.merge(partition.topic(), end, Long::sum));
            return found;
        }
    }

    /** Every event on the topic of unit results. */
    List<Published> published() {
        try (KafkaConsumer<String, String> reader = reader()) {
            Map<TopicPartition, Long> ends = ends(reader, Set.of("cchc.unit-results"));
            reader.assign(ends.keySet());
            reader.seekToBeginning(ends.keySet());
            List<Published> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofSeconds(1)).forEach(event -> found.add(published(event)));
            }
            return found;
        }
    }

    private static Published published(ConsumerRecord<String, String> event) {
        String id = new String(event.headers().lastHeader("ce_id").value(), UTF_8);
        JsonObject data = new JsonObject(event.value());
        return new Published(UUID.fromString(id), new Figure(UUID.fromString(data.getString("report")),
                data.getInteger("reportVersion"), data.getString("indicator")));
    }

    private static Map<TopicPartition, Long> ends(KafkaConsumer<?, ?> reader, Collection<String> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        topics.forEach(topic -> reader.partitionsFor(topic)
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        return reader.endOffsets(partitions);
    }

    private KafkaConsumer<String, String> reader() {
        return new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer());
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", broker);
    }

    private static <T> T got(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
