package vn.cchc.targets.chart;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.result.AnnualResult;
import vn.cchc.targets.result.DatedResult;
import vn.cchc.targets.result.DatedResults;
import vn.cchc.targets.result.IndicatorResult;
import vn.cchc.targets.result.Results;
import vn.cchc.values.PeriodCode;

/** The figures of an indicator that a picture shows: the comparable ones, and those of years that are not final. */
@ApplicationScoped
class Figures {

    private final DatedResults comparable;
    private final Results results;
    private final Periods periods;

    Figures(DatedResults comparable, Results results, Periods periods) {
        this.comparable = comparable;
        this.results = results;
        this.periods = periods;
    }

    /** In the order of time. */
    List<Figure> of(Indicator indicator, Definition definition, LocalDate today) {
        int first = Math.min(indicator.plan().firstYear(), definition.milestones().first().year());
        int last = periods.yearOf(indicator.plan().regime(), today);
        List<Figure> ofYears = indicator.type() == IndicatorType.SURVEY ? List.of() : ofYears(indicator, first, last, today);
        Set<LocalDate> provisional = ofYears.stream().filter(Figure::provisional).map(Figure::day).collect(Collectors.toSet());
        Stream<Figure> shown = ofYears.stream()
                .filter(figure -> figure.provisional() || indicator.type() == IndicatorType.QUALITATIVE);
        Stream<Figure> accepted = indicator.type() == IndicatorType.QUALITATIVE ? Stream.empty()
                : comparable.of(indicator, last, today).stream().filter(figure -> !provisional.contains(figure.cutOff()))
                        .map(Figures::figure);
        return Stream.concat(accepted, shown).sorted(Comparator.comparing(Figure::day)).toList();
    }

    private List<Figure> ofYears(Indicator indicator, int first, int last, LocalDate today) {
        List<ReportingYear> years = periods.years(indicator.plan().regime(),
                IntStream.rangeClosed(first, last).boxed().toList());
        return results.byYear(indicator, years, today).entrySet().stream().map(year -> figure(year.getKey(), year.getValue()))
                .flatMap(Stream::ofNullable).toList();
    }

    private static Figure figure(DatedResult of) {
        return Figure.of(of.period(), of.cutOff(), of.ratio(), false);
    }

    private static Figure figure(ReportingYear year, AnnualResult annual) {
        IndicatorResult result = annual.result();
        if (result == null || result.rating() == null && !result.ratio().hasCases()) {
            return null;
        }
        PeriodCode code = PeriodCode.ofYear(year.year());
        LocalDate day = lastDay(year, result);
        return result.rating() == null ? Figure.of(code, day, result.ratio(), annual.provisional())
                : Figure.of(code, day, result.rating(), annual.provisional());
    }

    private static LocalDate lastDay(ReportingYear year, IndicatorResult result) {
        Set<String> basis = result.basis().stream().flatMap(periods -> Stream.of(periods.split("[+]")))
                .collect(Collectors.toSet());
        return year.periods().stream().filter(period -> basis.contains(period.code().value())).map(Period::cutOff)
                .max(Comparator.naturalOrder()).orElse(year.lastDay());
    }
}
