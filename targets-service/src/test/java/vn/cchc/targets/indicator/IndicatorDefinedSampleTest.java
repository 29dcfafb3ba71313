package vn.cchc.targets.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.events.IndicatorDefined;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.targets.indicator.IndicatorView.MilestoneView;
import vn.cchc.targets.plan.PlanFixture;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The event that this service publishes for an indicator equals, to the byte, the sample that its readers' tests use. */
class IndicatorDefinedSampleTest {

    @Test
    void thePublishedEventEqualsTheSample() throws IOException {
        var wanted = new NewIndicator(new IndicatorCode("CT05.1"), 5,
                "Thủ tục hành chính có đủ điều kiện được cung cấp trực tuyến",
                "Eligible administrative procedures provided online", IndicatorType.RATIO, TimeBasis.STOCK, Direction.AT_LEAST,
                Provenance.PRINTED,
                List.of(new MilestoneView(2025, new BigDecimal("80")), new MilestoneView(2030, new BigDecimal("90"))),
                ContinuationRule.RAISE, "Số TTHC đang được cung cấp trực tuyến", "Tổng số TTHC có đủ điều kiện",
                new UnitCode("VP"), Provenance.READING, null, List.of(new RegimeCode("TTHC")), null, null, null);
        Indicator indicator = new Indicator(PlanFixture.to2030(), wanted, 7);
        indicator.assignments = List.of(new Assignment(indicator, new UnitCode("VP"), true, DateRange.UNBOUNDED));

        EventSample.requireMatch("indicator-defined", "targets", indicator.asEvent(LocalDate.of(2025, 1, 1)));
    }

    @Test
    void anEventWithoutTheFurtherRegimesIsStillRead() {
        byte[] older = """
                {"code":"CT05.1","plan":"KH-SGDDT-2022","target":5,"name":"Tên","nameEn":"Name","type":"RATIO","timeBasis":"STOCK",
                 "direction":"AT_LEAST","numerator":"a","denominator":"b","regime":"CCHC","validFrom":null,"validTo":null,
                 "milestones":[],"assignments":[],"version":1}"""
                .getBytes(UTF_8);

        assertThat(EventFormat.read(older, IndicatorDefined.class).alsoAskedBy()).isEmpty();
    }
}
