package vn.cchc.targets.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({ "17,20,85.00", "79996,100000,80.00", "26,31,83.87", "1,3,33.33", "2,3,66.67", "-5,100,-5.00", "0,7,0.00" })
    void isDisplayedRoundedHalfUp(long numerator, long denominator, BigDecimal percent) {
        assertThat(Ratio.of(numerator, denominator).percent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({ "79996,100000,80,false", "80000,100000,80,true", "800001,1000000,80,true",
            "9999999999999,10000000000000,100,false" })
    void isComparedUnrounded(long numerator, long denominator, BigDecimal percent, boolean met) {
        assertThat(Direction.AT_LEAST.meets(Ratio.of(numerator, denominator), percent)).isEqualTo(met);
    }

    @Test
    void exactlyAHundredIsMetByAllOfTheCasesOnly() {
        var hundred = new BigDecimal("100");

        assertThat(Direction.EXACTLY.meets(Ratio.of(7, 7), hundred)).isTrue();
        assertThat(Direction.EXACTLY.meets(Ratio.of(6, 7), hundred)).isFalse();
        assertThat(Direction.AT_MOST.meets(Ratio.of(6, 7), hundred)).isTrue();
    }

    @Test
    void withoutCasesThereIsNoPercentage() {
        Ratio noCases = Ratio.of(0, 0);

        assertThat(noCases.hasCases()).isFalse();
        assertThat(noCases.percent()).isNull();
    }

    @Test
    void aNumeratorAboveTheDenominatorIsRefused() {
        assertThatThrownBy(() -> Ratio.of(21, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ratio.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ratio.of(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
