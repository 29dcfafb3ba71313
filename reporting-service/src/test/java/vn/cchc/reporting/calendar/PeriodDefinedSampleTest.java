package vn.cchc.reporting.calendar;

import static vn.cchc.reporting.calendar.RegimeFixture.cchc;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.outbox.EventSample;

/** The event of a period equals, to the byte, the sample that the consumers' tests read. */
class PeriodDefinedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        EventSample.requireMatch("period-defined", "reporting", cchc().period("2024H1").toEvent());
    }
}
