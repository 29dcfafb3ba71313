package vn.cchc.reporting.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.PeriodCode;

/** The values that a rule compared, rounded half up to two decimals; the rule itself compares them unrounded. */
@Schema(description = "The values that the rule compared, rounded to two decimals")
public record Comparison(Scale scale, @Schema(description = "The value of the report", examples = "85") BigDecimal value,
        @Schema(description = "The value that it was compared with: of the other figure, of the earlier period, or the median", examples = "40") BigDecimal reference,
        @Schema(description = "The least value that the rule allows; null without a limit", nullable = true) BigDecimal lower,
        @Schema(description = "The greatest value that the rule allows; null without a limit", nullable = true) BigDecimal upper,
        @Schema(description = "The period of the value that it was compared with; null for several or the same", examples = "2024", nullable = true) PeriodCode period,
        @Schema(description = "The number of earlier values or of other units; null for a comparison with one value", nullable = true) Integer values) {

    @Schema(name = "ComparisonScale")
    public enum Scale {
        COUNT,
        PERCENT
    }

    private static final int DECIMALS = 2;

    static Comparison counts(long value, long reference, Long lower, Long upper, PeriodCode period) {
        return new Comparison(Scale.COUNT, BigDecimal.valueOf(value), BigDecimal.valueOf(reference),
                lower == null ? null : BigDecimal.valueOf(lower), upper == null ? null : BigDecimal.valueOf(upper), period,
                null);
    }

    static Comparison percent(BigFraction value, BigFraction reference, BigFraction lower, BigFraction upper) {
        return new Comparison(Scale.PERCENT, rounded(value), rounded(reference), rounded(lower), rounded(upper), null, null);
    }

    Comparison in(PeriodCode earlier) {
        return new Comparison(scale, value, reference, lower, upper, earlier, values);
    }

    Comparison of(int count) {
        return new Comparison(scale, value, reference, lower, upper, period, count);
    }

    static BigDecimal rounded(BigFraction value) {
        return value.bigDecimalValue(DECIMALS, RoundingMode.HALF_UP);
    }
}
