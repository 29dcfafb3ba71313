package vn.cchc.survey.result;

import static java.math.BigDecimal.valueOf;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The effective sample size of a pooled proportion: how many independent answers carry the same information as the answers of
 * these respondents. The answers of one respondent depend on each other, so the respondent is the cluster. By the linearized
 * variance of a ratio (Korn and Graubard 1998), for m answers and s satisfied answers per respondent:
 *
 * <pre>
 * p = Σs ÷ Σm,   v = Σ(s − p·m)² ÷ (Σm)²,   n = p·(1 − p) ÷ v,   at most Σm
 * </pre>
 *
 * With one question per respondent, or with equal answers within each respondent, n is the number of respondents.
 */
final class EffectiveSample {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Below this number of deviating respondents their variance says nothing, and equal answers within each are assumed. */
    static final long MIN_DEVIATING = 5;

    private EffectiveSample() {
    }

    static BigDecimal size(Proportion pooled, RespondentCount respondents) {
        BigDecimal people = valueOf(respondents.rating());
        if (respondents.deviating() < MIN_DEVIATING) {
            return people;
        }
        BigDecimal s = valueOf(pooled.numerator());
        BigDecimal m = valueOf(pooled.denominator());
        BigDecimal spread = m.multiply(m).multiply(valueOf(respondents.satisfiedSquared()))
                .subtract(s.multiply(m).multiply(valueOf(2)).multiply(valueOf(respondents.answersBySatisfied())))
                .add(s.multiply(s).multiply(valueOf(respondents.answersSquared())));
        if (spread.signum() == 0) {
            return m;
        }
        return s.multiply(m.subtract(s)).multiply(m).multiply(m).divide(spread, PRECISION).min(m);
    }
}
