package vn.cchc.reporting.extension;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.outbox.EventSample;

/** The event of an extension equals, to the byte, the sample that the consumers' tests read. */
class DeadlineExtendedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Extension extension = new Extension(
                new NewExtension("CCHC", "2024H1", List.of("VP", "CNTT"), LocalDate.of(2024, 6, 21), "45/QĐ-SGDĐT",
                        LocalDate.of(2024, 6, 14), "Giám đốc Sở", "Hệ thống một cửa gián đoạn"),
                LocalDate.of(2024, 6, 17), "reviewer", Instant.parse("2024-06-14T02:00:00Z"));
        extension.id = UUID.fromString("0199e2a4-5c00-7000-8000-000000000004");

        EventSample.requireMatch("deadline-extended", "reporting", extension.toEvent());
    }
}
