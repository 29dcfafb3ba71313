package vn.cchc.targets.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.targets.indicator.Indicators;

/** The satisfaction indexes; the latest publication of an indicator and year counts. */
@ApplicationScoped
class SurveyResults implements ReadModel<SurveyResultPublished> {

    private final EntityManager database;
    private final Indicators indicators;

    SurveyResults(EntityManager database, Indicators indicators) {
        this.database = database;
        this.indicators = indicators;
    }

    @Override
    public void learn(SurveyResultPublished published) {
        indicators.requireForEvent(published.indicator());
        SurveyResult now = new SurveyResult(published);
        SurveyResult known = database.find(SurveyResult.class, now.key());
        if (known == null || known.publishedAt.isBefore(now.publishedAt)) {
            database.merge(now);
        }
    }

    @Override
    public void forget() {
        database.createQuery("delete SurveyResult").executeUpdate();
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
