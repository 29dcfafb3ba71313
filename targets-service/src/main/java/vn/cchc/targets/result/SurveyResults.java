package vn.cchc.targets.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;

/** Every version of the satisfaction indexes. The highest result version of an indicator, a year and a method is current. */
@ApplicationScoped
class SurveyResults implements ReadModel<SurveyResultPublished> {

    private final EntityManager database;
    private final Indicators indicators;

    SurveyResults(EntityManager database, Indicators indicators) {
        this.database = database;
        this.indicators = indicators;
    }

    @Override
    public void apply(SurveyResultPublished published) {
        database.persist(new SurveyResult(indicators.requireForEvent(new IndicatorCode(published.indicator())), published));
    }

    @Override
    public void reset() {
        database.createQuery("delete SurveyResult").executeUpdate();
    }

    SurveySeries series(IndicatorCode indicator) {
        return series(List.of(indicator)).getOrDefault(indicator, new SurveySeries(List.of()));
    }

    /** The series of the indicators that have results. */
    Map<IndicatorCode, SurveySeries> series(Collection<IndicatorCode> of) {
        return database.createQuery("from SurveyResult where indicator in :indicators", SurveyResult.class)
                .setParameter("indicators", of.stream().map(IndicatorCode::value).toList()).getResultStream()
                .collect(Collectors.groupingBy(result -> new IndicatorCode(result.indicator),
                        Collectors.collectingAndThen(Collectors.toList(), SurveySeries::new)));
    }

    @Override
    public String topic() {
        return SurveyResultPublished.TOPIC;
    }

    @Override
    public Class<SurveyResultPublished> type() {
        return SurveyResultPublished.class;
    }
}
