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

    /** @param year the reporting year */
    public record Key(String indicator, int year) {
    }

    /**
     * The results of indicators of one plan, in a number of statements that depends neither on indicators nor on units.
     *
     * @param years in the order of time
     * @param day the day on which reports are overdue or not
     */
    public Map<Key, AnnualResult> of(Plan plan, Collection<Indicator> indicators, List<ReportingYear> years, LocalDate day) {
        Map<Key, AnnualResult> results = new HashMap<>();
        List<String> reported = codes(indicators, false);
        Map<UnitGroups.Key, List<UnitGroup>> groups = units.of(plan.regime(), reported, years);
        for (Indicator indicator : indicators) {
            for (ReportingYear year : years) {
                List<UnitGroup> standing = groups.getOrDefault(new UnitGroups.Key(indicator.code().value(), year.year()),
                        List.of());
                results.put(new Key(indicator.code().value(), year.year()),
                        AnnualResult.of(year, indicator.timeBasis(), standing, day));
            }
        }
        results.putAll(surveys(codes(indicators, true), years));
        return results;
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

    private Map<Key, AnnualResult> surveys(Collection<String> indicators, List<ReportingYear> years) {
        Map<Key, AnnualResult> results = new HashMap<>();
        int last = years.get(years.size() - 1).year();
        surveys.series(indicators).forEach((indicator, series) -> series.principal(last).forEach((year, result) -> results
                .put(new Key(indicator, year), AnnualResult.of(IndicatorResult.of(result)))));
        return results;
    }

    private static List<String> codes(Collection<Indicator> indicators, boolean surveyed) {
        return indicators.stream().filter(indicator -> (indicator.type() == IndicatorType.SURVEY) == surveyed)
                .map(indicator -> indicator.code().value()).collect(Collectors.toList());
    }
}
