package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import vn.cchc.events.SurveyResultPublished;

/** The satisfaction index that a published campaign gave an indicator for a year. */
@Entity
@IdClass(SurveyResult.Key.class)
class SurveyResult {

    record Key(String indicator, int year) {
    }

    @Id
    String indicator;
    @Id
    int year;
    long satisfied;
    long answers;
    long respondents;
    BigDecimal lower;
    BigDecimal upper;
    String method;
    int methodVersion;
    UUID campaign;
    String questionnaire;
    int questionnaireVersion;
    String publishedBy;
    Instant publishedAt;

    protected SurveyResult() {
    }

    SurveyResult(SurveyResultPublished published) {
        this.indicator = published.indicator();
        this.year = published.year();
        this.satisfied = published.satisfied();
        this.answers = published.answers();
        this.respondents = published.respondents();
        this.lower = published.lower();
        this.upper = published.upper();
        this.method = published.method();
        this.methodVersion = published.methodVersion();
        this.campaign = published.campaign();
        this.questionnaire = published.questionnaire();
        this.questionnaireVersion = published.questionnaireVersion();
        this.publishedBy = published.publishedBy();
        this.publishedAt = published.publishedAt();
        IndicatorResult.of(this);
    }

    Key key() {
        return new Key(indicator, year);
    }
}
