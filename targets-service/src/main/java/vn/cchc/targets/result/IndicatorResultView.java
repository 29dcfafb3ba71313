package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.values.PeriodCode;

@Schema(description = "The result of an indicator in a period, over all units that reported it")
public record IndicatorResultView(@Schema(description = "The period, or the year", examples = "2025") PeriodCode period,
        @Schema(description = "Σ numerators over the units", examples = "17", nullable = true) BigInteger numerator,
        @Schema(description = "Σ denominators over the units; 0 if there were no cases (không phát sinh)", examples = "20", nullable = true) BigInteger denominator,
        @Schema(description = "Numerator over denominator in percent, rounded half-up to two decimals for display; verdicts compare the unrounded ratio. Null if there were no cases, and for a rating", examples = "85.00", nullable = true) BigDecimal percent,
        @Schema(description = "The rating of a qualitative indicator", nullable = true) Rating rating,
        @Schema(description = "How many units' accepted reports it sums up; 0 if it comes from a survey") long units,
        @Schema(description = "The periods on which it rests, or the survey's method", examples = "[\"2025\"]") List<String> basis,
        @Schema(description = "The survey's method; results of different methods are separate series. Null if it comes from reports", examples = "POOLED", nullable = true) String method) {

    public static IndicatorResultView of(IndicatorResult result) {
        Ratio ratio = result.ratio();
        return new IndicatorResultView(result.period(), ratio == null ? null : ratio.numerator(),
                ratio == null ? null : ratio.denominator(), ratio == null ? null : ratio.percent(), result.rating(),
                result.units(), result.basis(), result.method());
    }
}
