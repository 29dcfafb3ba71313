package vn.cchc.targets.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.result.DatedResult;
import vn.cchc.targets.result.DatedResults;

@ApplicationScoped
public class Forecasts {

    private final DatedResults results;
    private final Periods periods;

    Forecasts(DatedResults results, Periods periods) {
        this.results = results;
        this.periods = periods;
    }

    public Forecast of(Indicator indicator, LocalDate today) {
        if (indicator.type() == IndicatorType.QUALITATIVE) {
            return Forecast.none(List.of(), null, NoForecastReason.NOT_COUNTED);
        }
        int year = periods.yearOf(indicator.plan().regime(), today);
        List<DatedResult> points = results.of(indicator, year, today);
        // A revision of a later day can move the milestone that lies ahead.
        Definition ahead = indicator.definitionOn(indicator.plan().validity().to());
        Optional<Milestone> milestone = ahead.nextMilestone(year);
        if (milestone.isEmpty()) {
            return Forecast.none(points, null, NoForecastReason.NO_MILESTONE);
        }
        if (points.size() < Trend.MIN_POINTS) {
            return Forecast.none(points, milestone.get(), NoForecastReason.TOO_FEW_POINTS);
        }
        int due = Math.max(year, milestone.get().year());
        return Forecast.of(ahead.direction(), milestone.get(), periods.year(indicator.plan().regime(), due).lastDay(),
                points);
    }
}
