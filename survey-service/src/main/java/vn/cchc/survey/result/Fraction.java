package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact fraction in lowest terms, rounded once, for display. */
record Fraction(BigInteger numerator, BigInteger denominator) {

    static final Fraction ZERO = of(0, 1);
    static final Fraction ONE = of(1, 1);

    Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a fraction over " + denominator);
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    Fraction plus(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction dividedBy(long divisor) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    BigDecimal decimal(MathContext precision) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), precision);
    }

    /** Rounded half-up to two decimals. */
    BigDecimal rounded() {
        return rounded(2, RoundingMode.HALF_UP);
    }

    /** In percent, rounded half-up to two decimals. */
    BigDecimal percent() {
        return times(of(100, 1)).rounded();
    }

    /** In percent. */
    BigDecimal percent(int decimals, RoundingMode rounding) {
        return times(of(100, 1)).rounded(decimals, rounding);
    }

    private BigDecimal rounded(int decimals, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding);
    }
}
