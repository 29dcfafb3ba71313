package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Ratio;

/**
 * A version of the satisfaction index that a published campaign gave an indicator for a year by a method. It is never changed.
 */
@Entity
@Immutable
class SurveyResult {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String indicator;
    String plan;
    int year;
    long satisfied;
    long answers;
    long respondents;
    BigDecimal lower;
    BigDecimal upper;
    String method;
    int methodVersion;
    String intervalMethod;
    int resultVersion;
    @JdbcTypeCode(SqlTypes.JSON)
    SurveyResultPublished.Decision decision;
    UUID campaign;
    String questionnaire;
    int questionnaireVersion;
    String publishedBy;
    Instant publishedAt;
    /** In percent; null if it is satisfied ÷ answers. */
    BigDecimal rate;

    protected SurveyResult() {
    }

    SurveyResult(Indicator indicator, SurveyResultPublished published) {
        this.indicator = indicator.code().value();
        this.plan = indicator.plan().code().value();
        this.year = published.year();
        this.satisfied = published.satisfied();
        this.answers = published.answers();
        this.respondents = published.respondents();
        this.lower = published.lower();
        this.upper = published.upper();
        this.method = published.method();
        this.methodVersion = published.methodVersion();
        this.intervalMethod = published.intervalMethod();
        this.resultVersion = published.resultVersion();
        this.decision = published.decision();
        this.campaign = published.campaign();
        this.questionnaire = published.questionnaire();
        this.questionnaireVersion = published.questionnaireVersion();
        this.publishedBy = published.publishedBy();
        this.publishedAt = published.publishedAt();
        this.rate = published.rate();
        IndicatorResult.of(this);
    }

    Ratio ratio() {
        return rate == null ? Ratio.of(satisfied, answers) : Ratio.ofPercent(rate);
    }

    /** The order of the indicator's series: by year, then by method. */
    String key() {
        return year + " " + method;
    }
}
