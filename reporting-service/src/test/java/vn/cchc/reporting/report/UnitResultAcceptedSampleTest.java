package vn.cchc.reporting.report;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The event of an accepted figure equals, to the byte, the sample that the consumers' tests read. */
class UnitResultAcceptedSampleTest {

    @Test
    void theEventEqualsTheSample() throws IOException {
        Report report = new Report(new ReportKey(new RegimeCode("CCHC"), new PeriodCode("2025"), new UnitCode("VP")),
                "vp-reporter",
                Instant.parse("2025-12-15T02:00:00Z"));
        report.id = UUID.fromString("0199e2a4-5c00-7000-8000-000000000002");
        report.evidence.add(new Evidence("125/QĐ-SGDĐT", LocalDate.of(2025, 3, 14), "Sở Giáo dục và Đào tạo",
                "Quyết định công bố danh mục thủ tục hành chính", "3–5", "https://vanban.example.vn/125-qd-sgddt.pdf",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
        Figure figure = new Figure(17L, 20L, null, null, "vp-reporter", Instant.parse("2025-12-15T03:00:00Z"));
        report.enter(new IndicatorCode("CT05.1"), figure);
        report.submit("vp-head", Instant.parse("2025-12-16T02:00:00Z"), List.of());
        report.accept("reviewer", Instant.parse("2025-12-17T02:00:00Z"));
        var year = new UnitResultAccepted.Period("2025", 2025, LocalDate.of(2024, 12, 15), LocalDate.of(2025, 12, 14),
                LocalDate.of(2024, 12, 15), true);

        EventSample.requireMatch("unit-result-accepted", "reporting",
                ReportEvents.resultAccepted(report, new IndicatorCode("CT05.1"), new PlanCode("KH-SGDDT-2022"), year));
    }
}
