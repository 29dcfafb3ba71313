package vn.cchc.reporting.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.EventFormat;

/** The event of a unit equals, to the byte, the sample that the consumers' tests read. */
class UnitRecordedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Unit unit = new Unit(new NewUnit("TTR", "Thanh tra", "Inspectorate", UnitType.OFFICE, "SGDDT", null, null,
                LocalDate.of(2025, 6, 30), null));

        String event = EventFormat.write(unit.toEvent());

        try (InputStream sample = getClass().getResourceAsStream("/samples/unit-recorded.json")) {
            assertThat(event).isEqualTo(new String(sample.readAllBytes(), UTF_8).strip());
        }
    }
}
