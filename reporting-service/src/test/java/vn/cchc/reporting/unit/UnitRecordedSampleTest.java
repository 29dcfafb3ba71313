package vn.cchc.reporting.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.cchc.events.UnitRecorded;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.outbox.EventSample;

/** The event of a unit equals, to the byte, the sample that the consumers' tests read. */
class UnitRecordedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Unit unit = new Unit(new NewUnit("TTR", "Thanh tra", "Inspectorate", UnitType.OFFICE, "SGDDT", null, null, null,
                null, LocalDate.of(2025, 6, 30), null), Instant.EPOCH);

        EventSample.requireMatch("unit-recorded", "reporting", unit.toEvent());
    }

    @Test
    void anEventWithoutTheLaterFieldsIsStillRead() {
        byte[] older = """
                {"code":"TTR","name":"Thanh tra","nameEn":"Inspectorate","type":"OFFICE","parent":"SGDDT","validFrom":null,
                 "validTo":"2025-06-30","predecessors":[],"version":1}""".getBytes(UTF_8);

        UnitRecorded read = EventFormat.read(older, UnitRecorded.class);

        assertThat(read.reportingParent()).isNull();
        assertThat(read.successors()).isEmpty();
    }
}
