package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Between which percentages the share of everybody lies, by what the share of those who answered says. */
public record Interval(BigDecimal lower, BigDecimal upper) {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** The quantile of the normal distribution that leaves 2.5 % on either side. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");
    private static final BigDecimal Z_SQUARED = Z.multiply(Z);

    /** The 95 % score interval of Wilson (1927), which stays within 0 and 100 even for few answers; null of nothing. */
    public static Interval wilson(Proportion share) {
        if (share.denominator() == 0) {
            return null;
        }
        BigDecimal n = BigDecimal.valueOf(share.denominator());
        BigDecimal hits = BigDecimal.valueOf(share.numerator());
        BigDecimal variance = hits.multiply(n.subtract(hits)).divide(n, PRECISION);
        BigDecimal reach = Z.multiply(variance.add(Z_SQUARED.divide(FOUR, PRECISION)).sqrt(PRECISION));
        BigDecimal middle = hits.add(Z_SQUARED.divide(TWO, PRECISION));
        BigDecimal whole = n.add(Z_SQUARED);
        return new Interval(percent(middle.subtract(reach), whole), percent(middle.add(reach), whole));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
