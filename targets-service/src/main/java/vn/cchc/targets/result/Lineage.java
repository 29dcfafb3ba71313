package vn.cchc.targets.result;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.UnitCode;

/** The results of an indicator by period and by year, and the accepted figures behind each, unit by unit. */
@ApplicationScoped
public class Lineage {

    private final EntityManager database;
    private final Results results;
    private final Periods periods;
    private final PastContributions past;

    Lineage(EntityManager database, Results results, Periods periods, PastContributions past) {
        this.database = database;
        this.results = results;
        this.periods = periods;
        this.past = past;
    }

    /** A page of the indicator's results in the order of their periods' codes. */
    @SuppressWarnings("unchecked")
    List<IndicatorResult> series(Indicator indicator, Paging paging, LocalDate today) {
        past.derive(indicator.plan().regime(), Set.of(indicator.code()));
        List<String> found = database.createNativeQuery("""
                select code from (
                  select period as code from unit_result
                  where indicator = :indicator and regime = :regime and period <> year::text
                  union select year::text from unit_contribution where indicator = :indicator and regime = :regime) known
                where code > :after order by code""", String.class).setParameter("indicator", indicator.code().value())
                .setParameter("regime", indicator.plan().regime().value()).setParameter("after", paging.after())
                .setMaxResults(paging.rows()).getResultList();
        List<PeriodCode> codes = found.stream().map(PeriodCode::new).toList();
        return Stream.concat(ofYears(indicator, codes, today).stream(), ofPeriods(indicator, codes).stream())
                .sorted(Comparator.comparing(IndicatorResult::period)).toList();
    }

    Optional<IndicatorResult> result(Indicator indicator, PeriodCode period, LocalDate today) {
        List<PeriodCode> code = List.of(period);
        return (period.isYear() ? ofYears(indicator, code, today) : ofPeriods(indicator, code)).stream().findFirst();
    }

    private List<IndicatorResult> ofYears(Indicator indicator, List<PeriodCode> codes, LocalDate today) {
        List<Integer> years = codes.stream().filter(PeriodCode::isYear).map(PeriodCode::year).toList();
        if (years.isEmpty()) {
            return List.of();
        }
        return results.ofYears(indicator, periods.years(indicator.plan().regime(), years), today);
    }

    @SuppressWarnings("unchecked")
    private List<IndicatorResult> ofPeriods(Indicator indicator, List<PeriodCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<Tuple> sums = database.createNativeQuery("""
                select period, count(*) as units, coalesce(sum(numerator), 0) as numerator,
                  coalesce(sum(denominator), 0) as denominator, count(*) filter (where rating = 'NOT_ACHIEVED') as not_achieved,
                  count(*) filter (where rating = 'PARTLY_ACHIEVED') as partly_achieved,
                  count(*) filter (where rating = 'ACHIEVED') as achieved
                from unit_result
                where indicator = :indicator and regime = :regime and period in (:periods) and period <> year::text
                group by period""", Tuple.class).setParameter("indicator", indicator.code().value())
                .setParameter("regime", indicator.plan().regime().value())
                .setParameter("periods", codes.stream().map(PeriodCode::value).toList()).getResultList();
        return sums.stream().map(Lineage::ofPeriod).toList();
    }

    /**
     * The totals of each cut-off day with cases, in the order of time. Of two periods with one cut-off day the longer one
     * counts.
     */
    @SuppressWarnings("unchecked")
    List<DatedResult> cutOffs(Indicator indicator) {
        List<Tuple> sums = database.createNativeQuery("""
                select distinct on (period_to) period, period_to, sum(numerator) as numerator, sum(denominator) as denominator
                from unit_result
                where indicator = :indicator and regime = :regime and denominator > 0
                group by period, period_to, period_from
                order by period_to, period_from""", Tuple.class).setParameter("indicator", indicator.code().value())
                .setParameter("regime", indicator.plan().regime().value()).getResultList();
        return sums.stream().map(row -> new DatedResult(new PeriodCode(row.get("period", String.class)),
                row.get("period_to", LocalDate.class),
                new Ratio(number(row, "numerator"), number(row, "denominator")))).toList();
    }

    private static IndicatorResult ofPeriod(Tuple row) {
        PeriodCode period = new PeriodCode(row.get("period", String.class));
        return IndicatorResult.of(period,
                new ResultTotal(number(row, "units").longValueExact(), number(row, "numerator"), number(row, "denominator"),
                        number(row, "not_achieved").longValueExact(), number(row, "partly_achieved").longValueExact(),
                        number(row, "achieved").longValueExact()),
                List.of(period.value()));
    }

    private static BigInteger number(Tuple row, String column) {
        return new BigInteger(row.get(column).toString());
    }

    /** A page of what each unit contributes to a result, in the order of the units' codes. */
    public Page<ContributionView> contributions(Indicator indicator, PeriodCode period, Paging paging) {
        boolean amounts = indicator.comparedYears().isPresent();
        return Page.of(figures(indicator, period, paging), paging, unit -> unit.unit().value(),
                unit -> amounts ? ContributionView.ofAmount(unit) : ContributionView.of(unit));
    }

    /** The page with all versions of the figures of which each contribution consists. */
    @SuppressWarnings("unchecked")
    Page<ContributionView> withHistory(Indicator indicator, PeriodCode period, Page<ContributionView> page) {
        if (page.items().isEmpty()) {
            return page;
        }
        List<UnitResult> versions = database.createNativeQuery("""
                select * from unit_result_version
                where indicator = :indicator and regime = :regime and year = :year and unit in (:units)
                order by recorded_at, report_version, id""", UnitResult.class)
                .setParameter("indicator", indicator.code().value())
                .setParameter("regime", indicator.plan().regime().value()).setParameter("year", period.year())
                .setParameter("units", page.items().stream().map(unit -> unit.unit().value()).toList()).getResultList();
        Map<UnitCode, List<UnitResult>> ofUnits = versions.stream().collect(Collectors.groupingBy(UnitResult::unit));
        return new Page<>(page.items().stream().map(unit -> unit.withVersionsOf(ofUnits.get(unit.unit()))).toList(),
                page.next());
    }

    private List<UnitFigures> figures(Indicator indicator, PeriodCode period, Paging paging) {
        return period.isYear() ? ofYear(indicator, period.year(), paging)
                : ofPeriod(indicator, period, paging);
    }

    private List<UnitFigures> ofYear(Indicator indicator, int year, Paging paging) {
        ReportingYear reporting = periods.year(indicator.plan().regime(), year);
        Map<UnitCode, List<String>> bases = new TreeMap<>(results
                .contributors(indicator, reporting, paging.after(), paging.rows()));
        if (bases.isEmpty()) {
            return List.of();
        }
        Map<UnitCode, List<UnitResult>> figures = figures(indicator, year, bases.keySet());
        return bases.entrySet().stream().map(unit -> new UnitFigures(unit.getKey(), figures.get(unit.getKey()).stream()
                .filter(figure -> unit.getValue().contains(figure.period)).toList())).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<UnitCode, List<UnitResult>> figures(Indicator indicator, int year, Collection<UnitCode> units) {
        List<UnitResult> found = database.createNativeQuery("""
                select * from unit_result
                where indicator = :indicator and regime = :regime and year = :year and unit in (:units)
                order by period_to""", UnitResult.class).setParameter("indicator", indicator.code().value())
                .setParameter("regime", indicator.plan().regime().value()).setParameter("year", year)
                .setParameter("units", units.stream().map(UnitCode::value).toList()).getResultList();
        return found.stream().collect(Collectors.groupingBy(UnitResult::unit));
    }

    @SuppressWarnings("unchecked")
    private List<UnitFigures> ofPeriod(Indicator indicator, PeriodCode period, Paging paging) {
        List<UnitResult> found = database.createNativeQuery("""
                select * from unit_result
                where indicator = :indicator and regime = :regime and year = :year and period = :period and unit > :after
                order by unit""", UnitResult.class).setParameter("indicator", indicator.code().value())
                .setParameter("regime", indicator.plan().regime().value()).setParameter("year", period.year())
                .setParameter("period", period.value()).setParameter("after", paging.after())
                .setMaxResults(paging.rows()).getResultList();
        return found.stream().map(figure -> new UnitFigures(figure.unit(), List.of(figure))).toList();
    }

    /** @param figures the unit's figures in the result, in the order of time */
    record UnitFigures(UnitCode unit, List<UnitResult> figures) {

        ResultTotal total() {
            return new UnitContribution(figures).total();
        }
    }
}
