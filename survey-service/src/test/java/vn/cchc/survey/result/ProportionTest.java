package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    @ParameterizedTest
    @CsvSource({ "26, 31, 83.87", "0, 7, 0.00", "7, 7, 100.00", "1, 3, 33.33", "2, 3, 66.67", "1, 800, 0.13" })
    void percentagesAreRoundedHalfUpToTwoDecimals(long numerator, long denominator, BigDecimal percent) {
        assertThat(new Proportion(numerator, denominator).percent()).isEqualTo(percent);
    }

    @Test
    void aDenominatorOfZeroHasNoPercentage() {
        assertThat(new Proportion(0, 0).percent()).isNull();
    }

    @Test
    void theNumeratorDoesNotExceedTheDenominator() {
        assertThatThrownBy(() -> new Proportion(8, 7)).isInstanceOf(IllegalArgumentException.class);
    }
}
