package vn.cchc.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The satisfaction index (mức độ hài lòng) that a closed campaign gave an indicator for a year. From survey-service.
 *
 * @param indicator code of the indicator: CT14, CT15 or CT16
 * @param year the year for which it counts
 * @param satisfied answers at level 4 or 5
 * @param answers answers at levels 1 to 5; "don't know / not used" stands on neither side
 * @param respondents people who answered
 * @param lower lower end of the 95 % Wilson interval, in percent; null without answers
 * @param upper upper end of it; null without answers
 * @param method how answers were put together, such as POOLED
 * @param methodVersion version of the method
 * @param campaign id of the campaign
 * @param questionnaire code of the questionnaire
 * @param questionnaireVersion its version
 * @param publishedBy subject of the token that published
 * @param publishedAt when it was published
 */
public record SurveyResultPublished(String indicator, int year, long satisfied, long answers, long respondents,
        BigDecimal lower, BigDecimal upper, String method, int methodVersion, UUID campaign, String questionnaire,
        int questionnaireVersion, String publishedBy, Instant publishedAt) implements Event {

    public static final String TOPIC = "cchc.survey-results";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return indicator + '|' + year;
    }
}
