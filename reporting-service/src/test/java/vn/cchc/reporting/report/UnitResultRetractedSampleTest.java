package vn.cchc.reporting.report;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.events.UnitResultRetracted;
import vn.cchc.messaging.outbox.EventSample;

/** The event of a retracted figure, which no use case publishes yet, equals the sample that the consumers' tests read. */
class UnitResultRetractedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        var retracted = new UnitResultRetracted("CT04", "CCHC", "2011", "VP",
                UUID.fromString("0199e2a4-5c00-7000-8000-000000000004"), 2, "Đơn vị rút báo cáo", "reviewer",
                Instant.parse("2026-01-05T02:00:00Z"));

        EventSample.requireMatch("unit-result-retracted", "reporting", retracted);
    }
}
