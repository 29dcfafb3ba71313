package vn.cchc.survey.stratum;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The planned number of respondents: N ÷ (1 + N·e²), rounded up (Yamane 1967). */
public final class SampleSize {

    /** 100², because the margin of error is in percent. */
    private static final BigDecimal SQUARED_PERCENT = BigDecimal.valueOf(10_000);

    private SampleSize() {
    }

    /**
     * @param population N
     * @param marginOfError e in percent
     */
    public static long of(long population, BigDecimal marginOfError) {
        BigDecimal people = BigDecimal.valueOf(population);
        return people.multiply(SQUARED_PERCENT)
                .divide(SQUARED_PERCENT.add(people.multiply(marginOfError.pow(2))), 0, RoundingMode.CEILING).longValueExact();
    }
}
