package vn.cchc.reporting.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.EventFormat;

/** What this service tells of a unit is, to the byte, the sample that its readers' tests read. */
class UnitRecordedSampleTest {

    @Test
    void theSampleIsWhatIsTold() throws IOException {
        Unit unit = new Unit(new NewUnit("TTR", "Thanh tra", "Inspectorate", UnitType.OFFICE, "SGDDT", null, null,
                LocalDate.of(2025, 6, 30), null));

        String told = EventFormat.write(unit.asEvent());

        try (InputStream sample = getClass().getResourceAsStream("/samples/unit-recorded.json")) {
            assertThat(told).isEqualTo(new String(sample.readAllBytes(), UTF_8).strip());
        }
    }
}
