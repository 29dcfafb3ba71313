package vn.cchc.targets.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorAdopted;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;

/** Every version of the satisfaction indexes. The highest result version of an indicator, a year and a method is current. */
@ApplicationScoped
class SurveyResults implements ReadModel<SurveyResultPublished> {

    private static final String COPIED = """
            year, satisfied, answers, respondents, lower, upper, method, method_version, interval_method, result_version, decision,
            campaign, questionnaire, questionnaire_version, published_by, published_at, rate""";
    private static final String ADOPT = "insert into survey_result (indicator, plan, " + COPIED + ") select :adopter, :plan, "
            + COPIED + " from survey_result where indicator = :former order by id";

    private final EntityManager database;
    private final Indicators indicators;

    SurveyResults(EntityManager database, Indicators indicators) {
        this.database = database;
        this.indicators = indicators;
    }

    @Override
    public void apply(SurveyResultPublished published) {
        Indicator indicator = indicators.requireForEvent(new IndicatorCode(published.indicator()));
        database.persist(new SurveyResult(indicator, published));
        indicators.adopters(List.of(indicator)).getOrDefault(indicator.code(), List.of())
                .forEach(adopter -> database.persist(new SurveyResult(adopter, published)));
    }

    /** The results of the indicator that another one goes on with are also its own. */
    void onAdopted(@Observes IndicatorAdopted adopted) {
        database.createNativeQuery(ADOPT).setParameter("adopter", adopted.adopter().code().value())
                .setParameter("plan", adopted.adopter().plan().code().value())
                .setParameter("former", adopted.former().value()).executeUpdate();
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
