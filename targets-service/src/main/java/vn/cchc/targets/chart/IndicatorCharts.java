package vn.cchc.targets.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.forecast.Forecasts;
import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.period.Periods;

@ApplicationScoped
class IndicatorCharts {

    private final Figures figures;
    private final Forecasts forecasts;
    private final Periods periods;

    IndicatorCharts(Figures figures, Forecasts forecasts, Periods periods) {
        this.figures = figures;
        this.forecasts = forecasts;
        this.periods = periods;
    }

    IndicatorChart of(Indicator indicator, LocalDate today) {
        Definition definition = indicator.definitionOn(today);
        List<Figure> shown = figures.of(indicator, definition, today);
        List<Integer> years = IndicatorChart.years(indicator, definition, shown).boxed().toList();
        SortedMap<Integer, Definition> ofYears = new TreeMap<>();
        periods.years(indicator.plan().regime(), years)
                .forEach(year -> ofYears.put(year.year(), indicator.definitionOn(year.lastDay())));
        return new IndicatorChart(indicator.code(), definition, ofYears, shown, forecasts.of(indicator, today));
    }
}
