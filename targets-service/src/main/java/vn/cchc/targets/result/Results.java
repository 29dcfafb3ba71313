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
    public Map<String, Figure> ofYear(int year) {
        Map<String, Figure> figures = new HashMap<>();
        database.createQuery("from ResultPart where period = :period and units > 0", ResultPart.class)
                .setParameter("period", String.valueOf(year)).getResultStream()
                .collect(Collectors.groupingBy(part -> part.indicator))
                .forEach((indicator, parts) -> Figure.of(parts).ifPresent(figure -> figures.put(indicator, figure)));
        database.createQuery("from SurveyResult where year = :year", SurveyResult.class).setParameter("year", year)
                .getResultStream().forEach(survey -> figures.put(survey.indicator, Figure.of(survey)));
        return figures;
    }
}
