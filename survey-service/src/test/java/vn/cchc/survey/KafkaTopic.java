package vn.cchc.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;

/** Reads and writes a Kafka topic, as another service does. */
public final class KafkaTopic {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private KafkaTopic() {
    }

    /** @return the first record from the beginning of the topic that matches */
    public static ConsumerRecord<String, byte[]> await(String topic, Predicate<ConsumerRecord<String, byte[]>> condition) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker(), "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + TIMEOUT.toNanos();
            while (System.nanoTime() < end) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (condition.test(message)) {
                        return message;
                    }
                }
            }
        }
        throw new AssertionError("no matching record on " + topic);
    }

    /** Every record of every topic, with its headers. */
    public static List<String> everything() {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker(), "isolation.level", "read_uncommitted");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream().flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> records.add(each.key() + ' ' + each.headers() + ' '
                        + (each.value() == null ? "" : new String(each.value(), UTF_8))));
            }
            return records;
        }
    }

    public static void publish(Event event) {
        var envelope = CloudEventBuilder.v1().withId(UUID.randomUUID().toString())
                .withSource(URI.create("/services/targets")).withType(Event.typeOf(event.getClass()))
                .withData("application/json", EventFormat.write(event).getBytes(UTF_8)).build();
        send(KafkaMessageFactory.<String> createWriter(event.topic(), null, null, event.key()).writeBinary(envelope));
    }

    public static void send(ProducerRecord<String, byte[]> message) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message);
        }
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
