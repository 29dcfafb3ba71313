package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.result.AnnualResult.Expectation;

/** The results of indicators by year, from reports and from surveys. */
@ApplicationScoped
public class Results {

    private final UnitGroups units;
    private final SurveyResults surveys;

    Results(UnitGroups units, SurveyResults surveys) {
        this.units = units;
        this.surveys = surveys;
    }

    /**
     * The results of a plan's indicators in a year, by their codes. The number of statements depends neither on indicators nor
     * on units.
     *
     * @param methodYear the year whose survey method is taken, so that years of one method are compared
     * @param day the day on which reports are overdue or not
     */
    public Map<String, AnnualResult> of(Plan plan, Collection<Indicator> indicators, ReportingYear year, int methodYear,
            LocalDate day) {
        Map<String, AnnualResult> results = new HashMap<>();
        Map<UnitGroups.Key, List<UnitGroup>> groups = units.of(plan.regime(), codes(indicators, false), List.of(year));
        for (Indicator indicator : indicators) {
            results.put(indicator.code().value(), result(indicator, year, groups, day));
        }
        surveys.series(codes(indicators, true)).forEach((indicator, series) -> Optional
                .ofNullable(series.principal(methodYear).get(year.year()))
                .ifPresent(result -> results.put(indicator, AnnualResult.of(IndicatorResult.of(result)))));
        return results;
    }

    /** The results of an indicator that units report, in those of the years for which something was accepted. */
    List<IndicatorResult> ofYears(Indicator indicator, List<ReportingYear> years, LocalDate day) {
        Map<UnitGroups.Key, List<UnitGroup>> groups = units.of(indicator.plan().regime(), List.of(indicator.code().value()),
                years);
        return years.stream().map(year -> result(indicator, year, groups, day)).map(AnnualResult::present)
                .flatMap(Optional::stream).toList();
    }

    private static AnnualResult result(Indicator indicator, ReportingYear year, Map<UnitGroups.Key, List<UnitGroup>> groups,
            LocalDate day) {
        return AnnualResult.of(year, indicator.timeBasis(),
                groups.getOrDefault(new UnitGroups.Key(indicator.code().value(), year.year()), List.of()), day);
    }

    /** A page of the reports for which the result waits, in the order of the units' codes. */
    public List<AwaitedReport> awaited(Indicator indicator, ReportingYear year, LocalDate day, String after, int most) {
        if (indicator.type() == IndicatorType.SURVEY) {
            return List.of();
        }
        Expectation expectation = expectation(indicator, year);
        return units.select(indicator, year, after, most, unit -> expectation.awaited(unit, day).map(
                period -> new AwaitedReport(unit.unit(), period.code(), period.unitDeadline(),
                        expectation.overdue(unit, day).isPresent())));
    }

    /** A page of the units that contribute to the result, in the order of their codes, each with the periods it rests on. */
    Map<String, List<String>> contributors(Indicator indicator, ReportingYear year, String after, int most) {
        Expectation expectation = expectation(indicator, year);
        return units.select(indicator, year, after, most, unit -> Optional.of(unit).filter(expectation::counts)).stream()
                .collect(Collectors.toMap(UnitGroup::unit, unit -> unit.contribution().orElseThrow().periods()));
    }

    private Expectation expectation(Indicator indicator, ReportingYear year) {
        String code = indicator.code().value();
        return Expectation.of(year, indicator.timeBasis(), units.of(indicator.plan().regime(), List.of(code), List.of(year))
                .getOrDefault(new UnitGroups.Key(code, year.year()), List.of()));
    }

    private static List<String> codes(Collection<Indicator> indicators, boolean surveyed) {
        return indicators.stream().filter(indicator -> (indicator.type() == IndicatorType.SURVEY) == surveyed)
                .map(indicator -> indicator.code().value()).collect(Collectors.toList());
    }
}
