package vn.cchc.targets.forecast;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.result.DatedResult;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;

@Schema(name = "Forecast", description = "Where an indicator is heading (dự báo). It never changes a verdict")
record ForecastView(@Schema(examples = "CT05.1") IndicatorCode indicator,
        @Schema(description = "The method, and its version: the median of the slopes between any two points (Theil and Sen), with an interval of 95 %", examples = "THEIL_SEN_1") String method,
        @Schema(description = "The milestone that comes next, or that goes on binding; null if none does", nullable = true) MilestoneAhead milestone,
        @Schema(description = "Whether the milestone will be met if it goes on as before; null if there is no forecast", nullable = true) Pace pace,
        @Schema(description = "Why there is no forecast; null if there is one", nullable = true) NoForecastReason reason,
        @Schema(description = "The day for which the forecast is: the last one of the milestone's year", nullable = true) LocalDate on,
        @Schema(description = "The forecast in percent, between 0 and 100, two decimals", examples = "84.20", nullable = true) BigDecimal percent,
        @Schema(description = "Lower end of its interval", nullable = true) BigDecimal lower,
        @Schema(description = "Upper end of its interval", nullable = true) BigDecimal upper,
        @Schema(description = "Change in percentage points a year", examples = "3.10", nullable = true) BigDecimal perYear,
        @Schema(description = "The first day on which the milestone is met by the trend; null if that is not within 50 years", nullable = true) LocalDate metOn,
        @Schema(description = "The accepted figures that it rests on, in the order of time") List<Observation> points) {

    private static final double DAYS_PER_YEAR = 365.25;

    @Schema(name = "MilestoneAhead")
    record MilestoneAhead(@Schema(examples = "2030") int year, @Schema(examples = "90") BigDecimal percent) {

        static MilestoneAhead of(Milestone milestone) {
            return new MilestoneAhead(milestone.year(), milestone.percent());
        }
    }

    @Schema(name = "Observation")
    record Observation(@Schema(examples = "2025H1") PeriodCode period,
            @Schema(description = "The cut-off day, or the last day of the year") LocalDate date, BigInteger numerator,
            BigInteger denominator, @Schema(description = "For display, rounded half-up") BigDecimal percent) {

        static Observation of(DatedResult of) {
            return new Observation(of.period(), of.cutOff(), of.ratio().numerator(), of.ratio().denominator(),
                    of.ratio().percent());
        }
    }

    static ForecastView of(Indicator indicator, Forecast of) {
        MilestoneAhead milestone = of.milestone() == null ? null : MilestoneAhead.of(of.milestone());
        List<Observation> points = of.points().stream().map(Observation::of).toList();
        if (of.trend() == null) {
            return new ForecastView(indicator.code(), Forecast.METHOD, milestone, null, of.reason(), null, null, null, null,
                    null, null,
                    points);
        }
        return new ForecastView(indicator.code(), Forecast.METHOD, milestone, of.pace(), null, of.on(),
                Forecast.rounded(of.percent()),
                Forecast.rounded(of.lower()), Forecast.rounded(of.upper()),
                Forecast.rounded(of.trend().slope() * DAYS_PER_YEAR), of.metOn(), points);
    }
}
