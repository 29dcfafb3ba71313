package vn.cchc.targets.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.result.DatedResult;
import vn.cchc.values.PeriodCode;

/** Annual figures of 2021 to 2024, in percent, and the milestone of 2027. */
class ForecastTest {

    private static final LocalDate ON = LocalDate.of(2027, 12, 14);

    @ParameterizedTest
    @CsvSource({ "50, 60, 70, 80, 90, ON_TRACK", "50, 60, 75, 70, 90, AT_RISK", "50, 51, 52, 53, 90, OFF_TRACK",
            "80, 70, 60, 50, 90, OFF_TRACK", "90, 90, 90, 90, 90, ON_TRACK" })
    void thePaceIsThatOfTheTrendAndOfItsWholeInterval(long a, long b, long c, long d, int milestone, Pace pace) {
        assertThat(forecast(Direction.AT_LEAST, milestone, a, b, c, d).pace()).isEqualTo(pace);
    }

    @Test
    void atMostIsMetFromBelow() {
        assertThat(forecast(Direction.AT_MOST, 10, 40, 30, 25, 20).pace()).isEqualTo(Pace.ON_TRACK);
        assertThat(forecast(Direction.AT_MOST, 10, 20, 25, 30, 40).pace()).isEqualTo(Pace.OFF_TRACK);
    }

    @Test
    void theDayOnWhichTheMilestoneIsMetIsNotBeforeTheLastFigure() {
        assertThat(forecast(Direction.AT_LEAST, 90, 50, 60, 70, 80).metOn())
                .isBetween(LocalDate.of(2025, 12, 12), LocalDate.of(2025, 12, 18));
        assertThat(forecast(Direction.AT_LEAST, 60, 50, 60, 70, 80).metOn()).isEqualTo(LocalDate.of(2024, 12, 14));
        assertThat(forecast(Direction.AT_LEAST, 90, 80, 70, 60, 50).metOn()).isNull();
        assertThat(forecast(Direction.AT_LEAST, 90, 50, 50, 50, 50).metOn()).isNull();
    }

    @Test
    void aForecastIsAShare() {
        assertThat(forecast(Direction.AT_LEAST, 90, 20, 50, 80, 100).percent()).isEqualTo(100);
        assertThat(forecast(Direction.AT_LEAST, 90, 60, 40, 20, 0).lower()).isZero();
    }

    private static Forecast forecast(Direction direction, int milestone, long... percent) {
        List<DatedResult> points = IntStream.range(0, percent.length).mapToObj(i -> new DatedResult(PeriodCode.ofYear(2021 + i),
                LocalDate.of(2021 + i, 12, 14), Ratio.of(percent[i], 100))).toList();
        return Forecast.of(direction, new Milestone(2027, BigDecimal.valueOf(milestone)), ON, points);
    }
}
