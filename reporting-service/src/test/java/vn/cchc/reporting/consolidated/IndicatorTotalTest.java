package vn.cchc.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.report.Rating;

class IndicatorTotalTest {

    @Test
    void aPercentageIsRoundedHalfUpToTwoDecimalsAsOnTheScoreboard() {
        assertThat(counted(1, 8).percent()).isEqualTo("12.50");
        assertThat(counted(1, 32).percent()).isEqualTo("3.13");
        assertThat(counted(-1, 3).percent()).isEqualTo("-33.33");
        assertThat(counted(20, 20).percent()).isEqualTo(new BigDecimal("100.00"));
    }

    @Test
    void nothingOfNothingIsNoPercentage() {
        assertThat(counted(0, 0)).returns(IndicatorTotal.Status.NO_CASES, IndicatorTotal::status)
                .returns(null, IndicatorTotal::percent);
        assertThat(new IndicatorTotal("a", "b", null, null, null, 0, "")).returns(IndicatorTotal.Status.NO_DATA,
                IndicatorTotal::status);
        assertThat(new IndicatorTotal("a", "b", null, null, Rating.ACHIEVED, 1, "2025")).returns(IndicatorTotal.Status.RATED,
                IndicatorTotal::status);
    }

    @Test
    void anAmountOfMoneyIsNoPercentage() {
        assertThat(new IndicatorTotal("a", "b", BigInteger.TEN, null, null, 2, "2025"))
                .returns(IndicatorTotal.Status.AMOUNT, IndicatorTotal::status).returns(null, IndicatorTotal::percent);
    }

    private static IndicatorTotal counted(long numerator, long denominator) {
        return new IndicatorTotal("a", "b", BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), null, 1, "2025");
    }
}
