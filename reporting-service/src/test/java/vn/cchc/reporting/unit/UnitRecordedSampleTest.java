package vn.cchc.reporting.unit;

import java.io.IOException;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.outbox.EventSample;

/** The event of a unit equals, to the byte, the sample that the consumers' tests read. */
class UnitRecordedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Unit unit = new Unit(new NewUnit("TTR", "Thanh tra", "Inspectorate", UnitType.OFFICE, "SGDDT", null, null,
                LocalDate.of(2025, 6, 30), null));

        EventSample.requireMatch("unit-recorded", "reporting", unit.toEvent());
    }
}
