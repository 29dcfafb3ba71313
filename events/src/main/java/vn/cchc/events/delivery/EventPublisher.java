package vn.cchc.events.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.common.annotation.Identifier;

/** Sends outbox rows to Kafka as CloudEvents 1.0 in binary mode, and returns only when every one is acknowledged. */
@ApplicationScoped
class EventPublisher {

    private final Map<String, Object> settings;
    private final URI source;
    private KafkaProducer<String, byte[]> producer;

    EventPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "cchc.service") String service) {
        this.settings = new HashMap<>(broker);
        this.settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.settings.put(ProducerConfig.ACKS_CONFIG, "all");
        this.source = URI.create("/services/" + service);
    }

    void publish(List<OutboxRow> rows) throws ExecutionException, InterruptedException {
        try {
            List<Future<RecordMetadata>> sent = rows.stream().map(this::message).map(producer()::send).toList();
            for (Future<RecordMetadata> acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            // What this producer still has in flight must not arrive after what the next one sends.
            close();
            throw e;
        }
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private ProducerRecord<String, byte[]> message(OutboxRow row) {
        var event = CloudEventBuilder.v1().withId(row.eventId().toString()).withSource(source).withType(row.type())
                .withSubject(row.key()).withTime(row.occurredAt())
                .withData("application/json", row.data().getBytes(UTF_8)).build();
        return KafkaMessageFactory.<String> createWriter(row.topic(), null, null, row.key()).writeBinary(event);
    }
}
