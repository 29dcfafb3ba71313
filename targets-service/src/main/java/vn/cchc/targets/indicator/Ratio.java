package vn.cchc.targets.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A numerator over a denominator, never stored as a percentage alone. A denominator of 0 means that there were no cases
 * (không phát sinh), which is neither 0 % nor 100 %. The numerator of a reduction may be negative.
 */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Ratio {
        if (denominator.signum() < 0 || numerator.compareTo(denominator) > 0) {
            throw new IllegalArgumentException(numerator + " of " + denominator + " is no ratio");
        }
        if (denominator.signum() == 0 && numerator.signum() != 0) {
            throw new IllegalArgumentException("there were no cases, so nothing can be counted: " + numerator);
        }
    }

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The share that a percentage is, exactly. */
    public static Ratio ofPercent(BigDecimal percent) {
        BigDecimal decimal = percent.setScale(Math.max(0, percent.scale()));
        return new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale() + 2));
    }

    /** The sum of two shares, at most the whole. */
    public Ratio plus(Ratio other) {
        BigInteger sum = numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
        BigInteger whole = denominator.multiply(other.denominator);
        return new Ratio(sum.min(whole), whole);
    }

    /** Whether there are cases to count. */
    public boolean hasCases() {
        return denominator.signum() > 0;
    }

    /** Compares exactly with another ratio that has cases. */
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** For display only: rounded half-up to two decimals; null when there were no cases. */
    public BigDecimal percent() {
        if (!hasCases()) {
            return null;
        }
        return new BigDecimal(numerator).multiply(HUNDRED).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
    }
}
