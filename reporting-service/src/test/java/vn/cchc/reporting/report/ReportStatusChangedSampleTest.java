package vn.cchc.reporting.report;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The event of a report's status equals, to the byte, the sample that the consumers' tests read. */
class ReportStatusChangedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Report report = new Report(new ReportKey(new RegimeCode("CCHC"), new PeriodCode("2019"), new UnitCode("VP")),
                "vp-reporter",
                Instant.parse("2019-12-15T02:00:00Z"));
        report.id = UUID.fromString("0199e2a4-5c00-7000-8000-000000000003");
        report.submit("vp-head", Instant.parse("2019-12-16T02:00:00Z"), List.of());

        EventSample.requireMatch("report-status-changed", "reporting", ReportEvents.statusChanged(report));
    }
}
