package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A proportion, kept as counts and rounded once, for display. */
public record Proportion(long numerator, long denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Proportion {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(numerator + " of " + denominator + " is not a proportion");
        }
    }

    /** Percentage, rounded half-up to two decimals; null if the denominator is 0. */
    public BigDecimal percent() {
        if (denominator == 0) {
            return null;
        }
        return BigDecimal.valueOf(numerator).multiply(HUNDRED).divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    }
}
