package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Rating;

@Schema(description = "What an indicator came to in a period, over all units that reported it")
public record IndicatorResultView(@Schema(description = "The period, or the year", examples = "2025") String period,
        @Schema(description = "Σ numerators over the units", examples = "17", nullable = true) BigInteger numerator,
        @Schema(description = "Σ denominators over the units; 0 when there were no cases (không phát sinh)", examples = "20", nullable = true) BigInteger denominator,
        @Schema(description = "Numerator over denominator in percent, rounded half-up to two decimals for display; verdicts compare the unrounded figure. Null when there were no cases, and for a rating", examples = "85.00", nullable = true) BigDecimal percent,
        @Schema(description = "What a qualitative indicator came to", nullable = true) Rating rating,
        @Schema(description = "How many units' accepted reports are in it; 0 where it comes from a survey") long units,
        @Schema(description = "The periods on which it rests, or the survey's method", examples = "[\"2025\"]") List<String> basis) {

    public static IndicatorResultView of(IndicatorResult figure) {
        if (figure.ratio() == null) {
            return new IndicatorResultView(figure.period(), null, null, null, figure.rating(), figure.units(), figure.basis());
        }
        return new IndicatorResultView(figure.period(), figure.ratio().numerator(), figure.ratio().denominator(),
                figure.ratio().percent(), null, figure.units(), figure.basis());
    }
}
