package vn.cchc.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.vertx.core.json.JsonObject;
import vn.cchc.system.faults.StoredState.Figure;
import vn.cchc.system.faults.StoredState.Published;

/** The events on the topics, and the offsets of their consumers. */
record KafkaTopics(String broker) {

    /** Whether every consumer group has reached the end of each of its topics. */
    boolean areRead() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker)); KafkaConsumer<String, String> reader = reader()) {
            for (GroupListing group : got(admin.listGroups().all())) {
                Map<TopicPartition, OffsetAndMetadata> done = got(
                        admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata());
                reader.assign(partitions(reader, done.keySet().stream().map(TopicPartition::topic).collect(toSet())));
                reader.seekToBeginning(reader.assignment());
                done.forEach(reader::seek);
                if (!rest(reader).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    Map<String, Long> deadLetters() {
        try (KafkaConsumer<String, String> reader = reader()) {
            return all(reader, topic -> topic.endsWith("dead-letters")).stream()
                    .collect(groupingBy(ConsumerRecord::topic, TreeMap::new, counting()));
        }
    }

    /** Every event on the topic of unit results. */
    List<Published> published() {
        try (KafkaConsumer<String, String> reader = reader()) {
            return all(reader, "cchc.unit-results"::equals).stream().map(KafkaTopics::published).toList();
        }
    }

    private static List<ConsumerRecord<String, String>> all(KafkaConsumer<String, String> reader, Predicate<String> wanted) {
        reader.assign(partitions(reader, reader.listTopics().keySet().stream().filter(wanted).toList()));
        reader.seekToBeginning(reader.assignment());
        return rest(reader);
    }

    /** The events up to the end; offsets alone would count Kafka's transaction markers too. */
    private static List<ConsumerRecord<String, String>> rest(KafkaConsumer<String, String> reader) {
        Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            reader.poll(Duration.ofSeconds(1)).forEach(found::add);
        }
        return found;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reader, Collection<String> topics) {
        return topics.stream().flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
    }

    private static Published published(ConsumerRecord<String, String> event) {
        String id = new String(event.headers().lastHeader("ce_id").value(), UTF_8);
        JsonObject data = new JsonObject(event.value());
        return new Published(UUID.fromString(id), new Figure(UUID.fromString(data.getString("report")),
                data.getInteger("reportVersion"), data.getString("indicator")));
    }

    private KafkaConsumer<String, String> reader() {
        return new KafkaConsumer<>(Map.of("bootstrap.servers", broker, "isolation.level", "read_committed"),
                new StringDeserializer(), new StringDeserializer());
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
