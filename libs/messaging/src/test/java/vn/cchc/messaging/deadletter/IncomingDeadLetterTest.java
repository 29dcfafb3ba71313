package vn.cchc.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class IncomingDeadLetterTest {

    private final ConsumerRecord<String, byte[]> letter = new ConsumerRecord<>("letters", 2, 7, "key", new byte[0]);

    /** The queue writes its own headers before those of the event. */
    @Test
    void theHeadersOfTheLatestQueueCount() {
        with("dead-letter-reason", "no indicator CT99").with("dead-letter-topic", "topic").with("dead-letter-partition", "1")
                .with("dead-letter-offset", "5");
        with("dead-letter-reason", "older").with("dead-letter-topic", "older").with("dead-letter-partition", "many")
                .with("dead-letter-offset", "0").with("mark", "kept");

        IncomingDeadLetter received = IncomingDeadLetter.from(letter);

        assertThat(received.source()).isEqualTo(new RecordPosition("topic", 1, 5));
        assertThat(received.reason()).isEqualTo("no indicator CT99");
        assertThat(received.headers()).containsOnlyKeys("mark");
    }

    @Test
    void aMessageWithoutTheHeadersOfTheQueueIsItsOwnSource() {
        assertThat(IncomingDeadLetter.from(letter).source()).isEqualTo(new RecordPosition("letters", 2, 7));
        with("dead-letter-topic", "topic");
        assertThat(IncomingDeadLetter.from(letter).source()).isEqualTo(new RecordPosition("letters", 2, 7));
        with("dead-letter-partition", "many").with("dead-letter-offset", "5");
        assertThat(IncomingDeadLetter.from(letter).source()).isEqualTo(new RecordPosition("letters", 2, 7));
    }

    private IncomingDeadLetterTest with(String header, String value) {
        letter.headers().add(header, value.getBytes(UTF_8));
        return this;
    }
}
