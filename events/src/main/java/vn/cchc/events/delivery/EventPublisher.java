package vn.cchc.events.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

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
import vn.cchc.events.delivery.Relay.RelayConfig;

/** Sends outbox rows to Kafka as CloudEvents 1.0 in binary mode, and returns only when every one is acknowledged. */
@ApplicationScoped
class EventPublisher {

    private final Map<String, Object> settings;
    private final Duration patience;
    private final URI source;
    private KafkaProducer<String, byte[]> producer;

    EventPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "cchc.service") String service, RelayConfig config) {
        this.settings = new HashMap<>(broker);
        this.settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // Of several requests under way to a topic that was just made, a later one may be taken and the first then never.
        this.settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // A producer that gave up one batch would go on with the next: it is given up whole instead, by this class.
        this.settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        this.settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.publishTimeout().toMillis());
        this.patience = config.publishTimeout();
        this.source = URI.create("/services/" + service);
    }

    void publish(List<OutboxRow> rows) throws ExecutionException, InterruptedException, TimeoutException {
        try {
            awaitAll(sendAll(rows));
        } catch (ExecutionException | TimeoutException e) {
            // What this producer still has in flight must not arrive after what the next one sends.
            close();
            throw e;
        }
    }

    private List<Future<RecordMetadata>> sendAll(List<OutboxRow> rows) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            Future<RecordMetadata> acknowledgement = producer().send(message(row));
            if (acknowledgement.isDone()) {
                // The next event is sent only when this one was: it may be of the same key.
                acknowledgement.get();
            }
            sent.add(acknowledgement);
        }
        return sent;
    }

    private void awaitAll(List<Future<RecordMetadata>> sent) throws ExecutionException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get(Math.max(0, end - System.nanoTime()), NANOSECONDS);
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
