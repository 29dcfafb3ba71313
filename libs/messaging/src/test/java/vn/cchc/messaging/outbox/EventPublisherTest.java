package vn.cchc.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cchc.messaging.outbox.RelayFixture.publisher;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Fencing of a previous leader, on a real Kafka. */
class EventPublisherTest {

    private final Rows rows = Rows.of("reporting");

    @Test
    void aPreviousLeaderIsRefused() {
        try (var before = publisher(rows); var now = publisher(rows)) {
            before.fencePredecessor();
            before.publish(List.of(event("fence", "first")));
            now.fencePredecessor();

            assertThatThrownBy(() -> before.publish(List.of(event("fence", "late")))).isInstanceOf(KafkaException.class);

            now.publish(List.of(event("fence", "second")));
            assertThat(new KafkaTopic(rows.kafka(), "fence").data()).containsExactly("first", "second");
        }
    }

    @Test
    void theOpenTransactionOfAPreviousLeaderIsAborted() {
        Map<String, Object> settings = Map.of("bootstrap.servers", rows.kafka(), "transactional.id", "cchc-reporting-relay");
        try (var before = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
                var now = publisher(rows)) {
            before.initTransactions();
            before.beginTransaction();
            before.send(new ProducerRecord<>("half", "key", "first"));
            before.flush();
            now.fencePredecessor();

            before.send(new ProducerRecord<>("half", "key", "late"));
            assertThatThrownBy(before::commitTransaction).isInstanceOf(KafkaException.class);

            now.publish(List.of(event("half", "whole")));
            assertThat(new KafkaTopic(rows.kafka(), "half").data()).containsExactly("whole");
        }
    }

    private static OutboxRow event(String topic, String data) {
        return new OutboxRow(1, UUID.randomUUID(), topic, "key", "vn.cchc.UnitRecorded", data, OffsetDateTime.now(), null);
    }
}
