package vn.cchc.targets.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.messaging.EventFormat;
import vn.cchc.targets.plan.PlanFixture;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** What this service tells of an indicator is, to the byte, the sample that its readers' tests read. */
class IndicatorDefinedSampleTest {

    @Test
    void theSampleIsWhatIsTold() throws IOException {
        var printed = new IndicatorRow("CT05.1", 5, "Thủ tục hành chính có đủ điều kiện được cung cấp trực tuyến",
                "Eligible administrative procedures provided online", "stock", "at_least", null, null, null, null,
                new BigDecimal("80"), new BigDecimal("90"), null, "raise", "Số TTHC đang được cung cấp trực tuyến",
                "Tổng số TTHC có đủ điều kiện", "report", "VP", null);
        Indicator indicator = new Indicator(PlanFixture.to2030(), printed, 7);
        indicator.assignments = List.of(new Assignment(indicator, new UnitCode("VP"), true, DateRange.UNBOUNDED));

        String told = EventFormat.write(indicator.asEvent());

        try (InputStream sample = getClass().getResourceAsStream("/samples/indicator-defined.json")) {
            assertThat(told).isEqualTo(new String(sample.readAllBytes(), UTF_8).strip());
        }
    }
}
