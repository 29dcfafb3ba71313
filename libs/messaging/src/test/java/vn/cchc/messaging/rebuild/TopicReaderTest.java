package vn.cchc.messaging.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.cchc.local.LocalStackTestResource;

/** A rebuild requires complete topics; on a real Kafka. */
class TopicReaderTest {

    private static Map<String, Object> broker;

    @BeforeAll
    static void startTheStack() {
        var stack = new LocalStackTestResource();
        stack.init(Map.of("database", "survey"));
        broker = Map.of("bootstrap.servers", stack.start().get("kafka.bootstrap.servers"), "isolation.level", "read_committed");
    }

    @Test
    void aCompleteTopicIsReadFromItsBeginningToItsEnd() throws Exception {
        topicOfThree("whole");

        try (var reader = new TopicReader(broker, List.of("whole"))) {
            int read = 0;
            while (!reader.isAtEnd()) {
                read += reader.next().count();
            }
            assertThat(read).isEqualTo(3);
        }
    }

    @Test
    void aTopicWithoutItsBeginningIsRefused() throws Exception {
        TopicPartition cut = topicOfThree("cut");
        try (Admin admin = Admin.create(broker)) {
            admin.deleteRecords(Map.of(cut, RecordsToDelete.beforeOffset(1))).all().get();
        }

        assertThatIllegalStateException().isThrownBy(() -> new TopicReader(broker, List.of("cut")))
                .withMessageContaining("cut-0");
    }

    private static TopicPartition topicOfThree(String name) throws Exception {
        try (Admin admin = Admin.create(broker);
                var producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker.get("bootstrap.servers")),
                        new StringSerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
            for (int number = 0; number < 3; number++) {
                producer.send(new ProducerRecord<>(name, "key", "event".getBytes(UTF_8))).get();
            }
        }
        return new TopicPartition(name, 0);
    }
}
