package vn.cchc.targets.result;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** What the indicators came to, from reports and from surveys. */
@ApplicationScoped
public class Results {

    private final EntityManager database;

    Results(EntityManager database) {
        this.database = database;
    }

    /** The figures of a year by indicator, in a number of statements that depends neither on indicators nor on units. */
    public Map<String, IndicatorResult> ofYear(int year) {
        Map<String, IndicatorResult> figures = new HashMap<>();
        database.createQuery("from ResultAggregate where period = :period and units > 0", ResultAggregate.class)
                .setParameter("period", String.valueOf(year)).getResultStream()
                .collect(Collectors.groupingBy(part -> part.indicator))
                .forEach((indicator, parts) -> IndicatorResult.of(parts).ifPresent(figure -> figures.put(indicator, figure)));
        database.createQuery("from SurveyResult where year = :year", SurveyResult.class).setParameter("year", year)
                .getResultStream().forEach(survey -> figures.put(survey.indicator, IndicatorResult.of(survey)));
        return figures;
    }
}
