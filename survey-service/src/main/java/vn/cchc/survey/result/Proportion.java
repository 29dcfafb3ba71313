package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So many of so many, kept as counts: it is rounded once, where it is shown. */
public record Proportion(long numerator, long denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Proportion {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(numerator + " of " + denominator + " is no share");
        }
    }

    /** In percent, half-up to two decimals; null of nothing. */
    public BigDecimal percent() {
        if (denominator == 0) {
            return null;
        }
        return BigDecimal.valueOf(numerator).multiply(HUNDRED).divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    }
}
