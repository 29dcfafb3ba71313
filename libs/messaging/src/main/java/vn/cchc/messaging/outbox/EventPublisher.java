package vn.cchc.messaging.outbox;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.common.annotation.Identifier;
import vn.cchc.messaging.outbox.Relay.RelayConfig;

/** Sends outbox rows to Kafka as CloudEvents 1.0 in binary mode. Each batch is a transaction of Kafka. */
@ApplicationScoped
class EventPublisher implements AutoCloseable {

    private final Map<String, Object> settings;
    private final URI source;
    private KafkaProducer<String, byte[]> producer;

    EventPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "cchc.service") String service, RelayConfig config) {
        this.settings = new HashMap<>(broker);
        this.settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "cchc-" + service + "-relay");
        // The open transaction of a dead relay blocks the readers of the topic until its timeout or the next leader.
        this.settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) config.publishTimeout().multipliedBy(2).toMillis());
        // Of several requests in flight to a new topic, a later one may be accepted and the first then be refused for good.
        this.settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        this.settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.publishTimeout().toMillis());
        this.source = URI.create("/services/" + service);
    }

    /** Aborts the open transaction of the previous leader, and refuses what it sends from now on, even if it only hung. */
    void fencePredecessor() {
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    void publish(List<OutboxRow> rows) {
        producer.beginTransaction();
        rows.forEach(row -> producer.send(row.toMessage(source)));
        producer.commitTransaction();
    }

    /** After a failure it is unknown whether Kafka committed; the next leader clears that up. */
    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
