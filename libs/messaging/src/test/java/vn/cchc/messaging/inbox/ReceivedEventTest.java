package vn.cchc.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultEvent;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.UnreadableEvent;

class ReceivedEventTest {

    private static final UnitResultRetracted RETRACTED = new UnitResultRetracted("CT05.1", "CCHC", "2025H1", "VP",
            new UUID(0, 1), 2, "Sai số liệu", "reviewer", Instant.EPOCH);

    @Test
    void theTypeSelectsTheRecordOfATopicWithSeveralTypes() {
        UnitResultEvent event = ReceivedEvent.of(message("vn.cchc.UnitResultRetracted"), UnitResultEvent.class).event();

        assertThat(event).isEqualTo(RETRACTED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "vn.cchc.UnitRecorded", "vn.cchc.UnitResultEvent", "vn.cchc.unitresultretracted", "OFFICE" })
    void anEventOfAnotherTypeIsUnreadable(String type) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> ReceivedEvent.of(message(type), UnitResultEvent.class))
                .withMessage("no UnitResultEvent: another ce_type");
    }

    @Test
    void aTopicOfOneTypeRefusesItsSiblings() {
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(
                () -> ReceivedEvent.of(message("vn.cchc.UnitResultRetracted"), UnitResultAccepted.class));
    }

    private static ConsumerRecord<String, byte[]> message(String type) {
        var message = new ConsumerRecord<>(UnitResultEvent.TOPIC, 0, 5, RETRACTED.key(),
                EventFormat.write(RETRACTED).getBytes(UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", new UUID(0, 7).toString());
        header(message, "ce_source", "/services/reporting");
        header(message, "ce_type", type);
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ConsumerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
