package vn.cchc.reporting.report;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The event of a figure that a correction leaves out equals the sample that the consumers' tests read. */
class UnitResultRetractedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Instant before = Instant.parse("2026-01-04T02:00:00Z");
        Report report = new Report(new ReportKey(new RegimeCode("CCHC"), new PeriodCode("2011"), new UnitCode("VP")),
                "vp-reporter", before);
        report.id = UUID.fromString("0199e2a4-5c00-7000-8000-000000000004");
        report.enter(new IndicatorCode("CT04"), new Figure(1L, 2L, null, null, "vp-reporter", before));
        report.submit("vp-head", before, List.of());
        report.accept("reviewer", before);
        report.correct(new Correction(ReturnReason.OTHER, "Đơn vị rút báo cáo", "VP", "CT04", "reviewer", before));
        report.replaceFigures(Map.of(), "vp-reporter", before);
        report.submit("vp-head", before, List.of());
        report.accept("reviewer", Instant.parse("2026-01-05T02:00:00Z"));

        EventSample.requireMatch("unit-result-retracted", "reporting", ReportEvents.resultRetracted(report, "CT04"));
    }
}
