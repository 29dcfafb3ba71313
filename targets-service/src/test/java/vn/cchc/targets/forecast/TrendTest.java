package vn.cchc.targets.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** The expected values are those of scipy.stats.theilslopes 1.17.1 with a confidence of 95 %. */
class TrendTest {

    @Test
    void slopeIntervalAndMediansAreThoseOfAnIndependentImplementation() {
        Trend trend = trend(new double[] { 2021, 2021.25, 2021.5, 2021.75, 2022, 2022.25, 2022.5, 2022.75, 2023, 2023.25 },
                31, 33, 30, 38, 41, 41, 47, 44, 52, 49);

        assertThat(trend.slope()).isCloseTo(10, within(1e-9));
        assertThat(trend.lowerSlope()).isCloseTo(7.333333333333333, within(1e-9));
        assertThat(trend.upperSlope()).isCloseTo(11.2, within(1e-9));
        assertThat(trend.valueOn(0)).isCloseTo(-20180.25, within(1e-6));
    }

    @Test
    void anOutlierDoesNotMoveTheTrend() {
        Trend trend = trend(new double[] { 0, 1, 2, 3, 4 }, 10, 20, 90, 40, 50);

        assertThat(trend.slope()).isEqualTo(10);
        assertThat(trend.lowerSlope()).isEqualTo(-50);
        assertThat(trend.upperSlope()).isEqualTo(70);
    }

    @Test
    void threePointsHaveTheIntervalOfTheirExtremeSlopes() {
        Trend trend = trend(new double[] { 0, 1, 2 }, 10, 20, 60);

        assertThat(List.of(trend.lowerSlope(), trend.slope(), trend.upperSlope())).containsExactly(10.0, 25.0, 40.0);
        assertThat(trend.lowerValueOn(3)).isEqualTo(40);
        assertThat(trend.upperValueOn(3)).isEqualTo(100);
        assertThat(trend.dayOf(45)).isEqualTo(2);
    }

    @Test
    void equalValuesHaveNoSlopeAndReachNothingElse() {
        Trend trend = trend(new double[] { 0, 1, 2, 3 }, 5, 5, 5, 5);

        assertThat(trend.slope()).isZero();
        assertThat(trend.dayOf(6)).isInfinite();
    }

    @Test
    void twoPointsAreNoTrend() {
        assertThatIllegalArgumentException().isThrownBy(() -> trend(new double[] { 0, 1 }, 1, 2));
    }

    private static Trend trend(double[] days, double... values) {
        return Trend.of(IntStream.range(0, days.length).mapToObj(i -> new Trend.Point(days[i], values[i])).toList());
    }
}
