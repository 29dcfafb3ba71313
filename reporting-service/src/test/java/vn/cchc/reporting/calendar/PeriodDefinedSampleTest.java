package vn.cchc.reporting.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.reporting.calendar.RegimeFixture.cchc;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.EventFormat;

/** The event of a period equals, to the byte, the sample that the consumers' tests read. */
class PeriodDefinedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        String event = EventFormat.write(cchc().period("2024H1").toEvent());

        try (InputStream sample = getClass().getResourceAsStream("/samples/period-defined.json")) {
            assertThat(event).isEqualTo(new String(sample.readAllBytes(), UTF_8).strip());
        }
    }
}
