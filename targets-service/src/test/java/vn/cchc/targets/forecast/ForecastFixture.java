package vn.cchc.targets.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.result.DatedResult;
import vn.cchc.values.PeriodCode;

public final class ForecastFixture {

    private ForecastFixture() {
    }

    public static Forecast none(Indicator indicator) {
        return Forecast.none(List.of(), definition(indicator).milestones().last(), NoForecastReason.TOO_FEW_POINTS);
    }

    private static Definition definition(Indicator indicator) {
        return indicator.definitionOn(LocalDate.of(2026, 1, 1));
    }

    /** @param percent the figures of the years from 2021 on */
    public static Forecast of(Indicator indicator, LocalDate on, List<Long> percent) {
        List<DatedResult> points = IntStream.range(0, percent.size())
                .mapToObj(i -> new DatedResult(PeriodCode.ofYear(2021 + i), LocalDate.of(2021 + i, 12, 14),
                        Ratio.of(percent.get(i), 100)))
                .toList();
        return Forecast.of(definition(indicator).direction(), definition(indicator).milestones().last(), on, points);
    }
}
