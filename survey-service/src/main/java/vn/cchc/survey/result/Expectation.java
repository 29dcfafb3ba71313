package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * How far expectations were met (tỷ lệ đáp ứng so với mong đợi), as respondents said in percent.
 *
 * @param answers people who gave a percentage
 * @param sum the sum of what they gave
 */
record Expectation(long answers, long sum) {

    static Expectation of(Collection<AnswerCount> percents) {
        return new Expectation(percents.stream().mapToLong(AnswerCount::answers).sum(),
                percents.stream().mapToLong(tally -> tally.value() * tally.answers()).sum());
    }

    boolean isSuppressed() {
        return Suppression.hides(answers);
    }

    /** The mean, half-up to two decimals. */
    BigDecimal percent() {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answers), 2, RoundingMode.HALF_UP);
    }
}
