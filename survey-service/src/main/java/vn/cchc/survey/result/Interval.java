package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A 95 % confidence interval of a proportion, in percent, rounded half-up to two decimals. */
public record Interval(BigDecimal lower, BigDecimal upper) {

    /** The score interval of Wilson (1927) over the {@link EffectiveSample}, in its first version. */
    public static final String METHOD = "WILSON_CLUSTERED_V1";
    /** The same over the effective sample size of the {@link LinearizedVariance} of a sample that was drawn by strata. */
    static final String STRATIFIED = "WILSON_STRATIFIED_V1";
    /** The same of a simple sample whose index is not one quotient. */
    static final String LINEARIZED = "WILSON_LINEARIZED_V1";

    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** The quantile of the normal distribution that leaves 2.5 % on either side. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");
    private static final BigDecimal Z_SQUARED = Z.multiply(Z);

    /** @return null if nobody answered */
    static Interval of(Proportion pooled, RespondentCount respondents) {
        return pooled.denominator() == 0 ? null : wilson(pooled, EffectiveSample.size(pooled, respondents));
    }

    static Interval wilson(Proportion proportion, BigDecimal n) {
        return wilson(Fraction.of(proportion.numerator(), proportion.denominator()), n);
    }

    /**
     * The interval of an index with a variance by design, over the effective sample size p·(1 − p) ÷ v.
     *
     * @param people the respondents on whom it rests
     */
    static Interval of(Fraction index, BigDecimal variance, RespondentCount people) {
        // Without variance among its respondents an index of 0 or 100 % would seem certain, however few they are.
        boolean extreme = index.equals(Fraction.ZERO) || index.equals(Fraction.ONE);
        if (extreme || people.deviating() < EffectiveSample.MIN_DEVIATING) {
            return wilson(index, BigDecimal.valueOf(people.rating()));
        }
        if (variance.signum() == 0) {
            return new Interval(index.percent(), index.percent());
        }
        BigDecimal p = index.decimal(PRECISION);
        return wilson(index, p.multiply(BigDecimal.ONE.subtract(p)).divide(variance, PRECISION));
    }

    private static Interval wilson(Fraction proportion, BigDecimal n) {
        BigDecimal hits = n.multiply(new BigDecimal(proportion.numerator()))
                .divide(new BigDecimal(proportion.denominator()), PRECISION);
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
