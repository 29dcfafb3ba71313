package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.indicator.ComparedYears;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.result.AnnualResult.CountingRule;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The results of indicators by year, from reports and from surveys. */
@ApplicationScoped
public class Results {

    private final UnitGroups units;
    private final SurveyResults surveys;
    private final Periods periods;

    Results(UnitGroups units, SurveyResults surveys, Periods periods) {
        this.units = units;
        this.surveys = surveys;
        this.periods = periods;
    }

    /**
     * The results of a plan's indicators in a year, by their codes. The number of statements depends neither on indicators nor
     * on units.
     *
     * @param methodYear the year whose survey method is taken, so that years of one method are compared
     * @param day the day on which reports are overdue or not
     */
    public Map<IndicatorCode, AnnualResult> of(Plan plan, Collection<Indicator> indicators, ReportingYear year, int methodYear,
            LocalDate day) {
        Map<IndicatorCode, AnnualResult> results = new HashMap<>();
        Map<UnitGroups.Key, List<UnitGroup>> groups = units.of(plan.regime(), codes(indicators, false), List.of(year), day);
        for (Indicator indicator : indicators) {
            results.put(indicator.code(), result(indicator, year, groups, day));
        }
        List<Indicator> reductions = indicators.stream().filter(indicator -> indicator.comparedYears().isPresent()).toList();
        reductions(plan.regime(), reductions, List.of(year), day)
                .forEach((indicator, byYear) -> results.put(indicator, byYear.get(year)));
        surveys.series(codes(indicators, true))
                .forEach((indicator, series) -> results.put(indicator, surveyed(series, year.year(), methodYear)));
        return results;
    }

    private static AnnualResult surveyed(SurveySeries series, int year, int methodYear) {
        SurveyResult shown = series.principal(methodYear).get(year);
        return AnnualResult.of(shown == null ? null : IndicatorResult.of(shown), series.methodsBeside(shown, year));
    }

    /** The results of an indicator that units report, by year and in the given order. */
    public Map<ReportingYear, AnnualResult> byYear(Indicator indicator, List<ReportingYear> years, LocalDate day) {
        Map<UnitGroups.Key, List<UnitGroup>> groups = units.of(indicator.plan().regime(), List.of(indicator.code()),
                years, day);
        Map<ReportingYear, AnnualResult> results = new LinkedHashMap<>();
        if (indicator.comparedYears().isPresent()) {
            return reductions(indicator.plan().regime(), List.of(indicator), years, day).get(indicator.code());
        }
        years.forEach(year -> results.put(year, result(indicator, year, groups, day)));
        return results;
    }

    /** The results of an indicator that units report, in those of the years for which something was accepted. */
    List<IndicatorResult> ofYears(Indicator indicator, List<ReportingYear> years, LocalDate day) {
        return byYear(indicator, years, day).values().stream().map(AnnualResult::present).flatMap(Optional::stream).toList();
    }

    /** Those of the years that no report to come will change and that have cases, by their last days. */
    public List<DatedResult> finalYears(Indicator indicator, List<ReportingYear> years, LocalDate day) {
        return byYear(indicator, years, day).entrySet().stream().flatMap(year -> year.getValue().present()
                .filter(result -> !year.getValue().provisional() && result.ratio() != null && result.ratio().hasCases())
                .map(result -> new DatedResult(result.period(), year.getKey().lastDay(), result.ratio())).stream()).toList();
    }

    private static AnnualResult result(Indicator indicator, ReportingYear year, Map<UnitGroups.Key, List<UnitGroup>> groups,
            LocalDate day) {
        return AnnualResult.of(year, indicator.timeBasis(),
                groups.getOrDefault(new UnitGroups.Key(indicator.code(), year.year()), List.of()), day);
    }

    /** Of the yearly amounts up to each of the years. Two statements for any number of indicators and units. */
    private Map<IndicatorCode, Map<ReportingYear, AnnualResult>> reductions(RegimeCode regime, List<Indicator> indicators,
            List<ReportingYear> wanted, LocalDate day) {
        if (indicators.isEmpty()) {
            return Map.of();
        }
        List<ReportingYear> all = periods.years(regime, indicators.stream()
                .flatMap(indicator -> indicator.comparedYears().orElseThrow().years().boxed()).distinct().toList());
        Map<UnitGroups.Key, List<UnitGroup>> groups = units.of(regime, codes(indicators, false),
                Stream.concat(all.stream(), wanted.stream()).distinct().toList(), day);
        Map<IndicatorCode, Map<ReportingYear, AnnualResult>> results = new HashMap<>();
        for (Indicator indicator : indicators) {
            Map<ReportingYear, AnnualResult> byYear = new LinkedHashMap<>();
            wanted.forEach(year -> byYear.put(year, reduction(indicator, year, all, groups, day)));
            results.put(indicator.code(), byYear);
        }
        return results;
    }

    private static AnnualResult reduction(Indicator indicator, ReportingYear year, List<ReportingYear> all,
            Map<UnitGroups.Key, List<UnitGroup>> groups, LocalDate day) {
        ComparedYears compared = indicator.comparedYears().orElseThrow();
        Map<Integer, AnnualResult> soFar = all.stream().filter(part -> part.year() <= year.year())
                .filter(part -> compared.years().anyMatch(each -> each == part.year()))
                .collect(Collectors.toMap(ReportingYear::year, part -> result(indicator, part, groups, day)));
        return result(indicator, year, groups, day).with(year, MeanReduction.of(compared, soFar));
    }

    /** A page of the reports for which the result waits, in the order of the units' codes. */
    public List<AwaitedReport> awaited(Indicator indicator, ReportingYear year, LocalDate day, String after, int most) {
        if (indicator.type() == IndicatorType.SURVEY) {
            return List.of();
        }
        CountingRule rule = countingRule(indicator, year, day);
        return units.select(indicator, year, day, after, most, unit -> rule.awaited(unit, day).isPresent()).entrySet().stream()
                .map(unit -> awaited(unit.getKey(), unit.getValue(), rule, day)).toList();
    }

    private static AwaitedReport awaited(UnitCode code, UnitGroup unit, CountingRule rule, LocalDate day) {
        Period period = rule.awaited(unit, day).orElseThrow();
        return new AwaitedReport(code, period.code(), period.unitDeadline(), rule.overdue(unit, day).isPresent());
    }

    /** A page of the units that contribute to the result, in the order of their codes, each with the periods it rests on. */
    Map<UnitCode, List<String>> contributors(Indicator indicator, ReportingYear year, String after, int most) {
        CountingRule rule = countingRule(indicator, year, year.lastDay());
        return units.select(indicator, year, year.lastDay(), after, most, rule::counts).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, unit -> unit.getValue().contribution().orElseThrow().periods()));
    }

    private CountingRule countingRule(Indicator indicator, ReportingYear year, LocalDate day) {
        IndicatorCode code = indicator.code();
        return CountingRule.of(year, indicator.timeBasis(),
                units.of(indicator.plan().regime(), List.of(code), List.of(year), day)
                        .getOrDefault(new UnitGroups.Key(code, year.year()), List.of()));
    }

    private static List<IndicatorCode> codes(Collection<Indicator> indicators, boolean surveyed) {
        return indicators.stream().filter(indicator -> (indicator.type() == IndicatorType.SURVEY) == surveyed)
                .map(Indicator::code).toList();
    }
}
