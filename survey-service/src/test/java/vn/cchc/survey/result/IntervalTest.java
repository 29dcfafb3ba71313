package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    // Checked against the formula of Wilson (1927) in double precision.
    @ParameterizedTest
    @CsvSource({ "26, 31, 67.37, 92.91", "0, 10, 0.00, 27.75", "10, 10, 72.25, 100.00", "1, 1, 20.65, 100.00",
            "81, 263, 25.53, 36.62", "900000, 1000000, 89.94, 90.06" })
    void theWilsonIntervalStaysWithin0And100Percent(long numerator, long denominator, BigDecimal lower, BigDecimal upper) {
        assertThat(Interval.wilson(new Proportion(numerator, denominator))).isEqualTo(new Interval(lower, upper));
    }

    @Test
    void thereIsNoIntervalWithoutAnswers() {
        assertThat(Interval.wilson(new Proportion(0, 0))).isNull();
    }
}
