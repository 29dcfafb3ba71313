package vn.cchc.targets.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.rest.paging.Paging;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;

/** Answers "where does this figure come from?": the accepted rows behind it, unit by unit. */
@ApplicationScoped
class Lineage {

    private final EntityManager database;

    Lineage(EntityManager database) {
        this.database = database;
    }

    /** The indicator's figures in the order of their periods' codes. */
    List<IndicatorResult> series(Indicator indicator, Paging paging) {
        if (indicator.type() == IndicatorType.SURVEY) {
            return database
                    .createQuery("from SurveyResult where indicator = :indicator and year > :after order by year",
                            SurveyResult.class)
                    .setParameter("indicator", indicator.code().value()).setParameter("after", paging.afterNumber())
                    .setMaxResults(paging.rows()).getResultStream().map(IndicatorResult::of).toList();
        }
        List<String> periods = database.createQuery("""
                select distinct period from ResultAggregate where indicator = :indicator and units > 0 and period > :after
                order by period""", String.class).setParameter("indicator", indicator.code().value())
                .setParameter("after", paging.after()).setMaxResults(paging.rows()).getResultList();
        Map<String, List<ResultAggregate>> parts = database
                .createQuery("""
                        from ResultAggregate where indicator = :indicator and period in :periods and units > 0""",
                        ResultAggregate.class)
                .setParameter("indicator", indicator.code().value()).setParameter("periods", periods).getResultStream()
                .collect(Collectors.groupingBy(part -> part.period, TreeMap::new, Collectors.toList()));
        return parts.values().stream().map(IndicatorResult::of).flatMap(Optional::stream).toList();
    }

    Optional<IndicatorResult> figure(Indicator indicator, String period) {
        return IndicatorResult.of(database.createQuery("""
                from ResultAggregate where indicator = :indicator and period = :period and units > 0""", ResultAggregate.class)
                .setParameter("indicator", indicator.code().value()).setParameter("period", period).getResultList());
    }

    Optional<SurveyResult> survey(Indicator indicator, String year) {
        return database
                .createQuery("from SurveyResult where indicator = :indicator and cast(year as string) = :year",
                        SurveyResult.class)
                .setParameter("indicator", indicator.code().value()).setParameter("year", year).getResultStream().findFirst();
    }

    /** What each unit brings to a figure, in the order of the units' codes. */
    List<Contribution> contributions(Indicator indicator, IndicatorResult figure, Paging paging) {
        List<String> units = database.createQuery("""
                select distinct unit from UnitResult where indicator = :indicator and year = :year and unit > :after
                  and (period = :period or :isYear = true) order by unit""", String.class)
                .setParameter("indicator", indicator.code().value()).setParameter("year", figure.year())
                .setParameter("period", figure.period()).setParameter("isYear", figure.isOfYear())
                .setParameter("after", paging.after()).setMaxResults(paging.rows()).getResultList();
        Map<String, List<UnitResult>> rows = database.createQuery("""
                from UnitResult where indicator = :indicator and year = :year and unit in :units""", UnitResult.class)
                .setParameter("indicator", indicator.code().value()).setParameter("year", figure.year())
                .setParameter("units", units)
                .getResultStream().collect(Collectors.groupingBy(row -> row.unit));
        return units.stream().map(unit -> new Contribution(unit, share(rows.get(unit), indicator, figure))).toList();
    }

    private static Optional<UnitContribution> share(List<UnitResult> accepted, Indicator indicator, IndicatorResult figure) {
        if (figure.isOfYear()) {
            return UnitContribution.of(accepted, indicator.timeBasis());
        }
        return accepted.stream().filter(row -> row.period.equals(figure.period())).findFirst().map(UnitContribution::alone);
    }

    /** What a unit brings; nothing where its accepted windows do not begin with the year's first day. */
    record Contribution(String unit, Optional<UnitContribution> share) {
    }
}
