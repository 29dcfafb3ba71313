package vn.cchc.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The satisfaction index (mức độ hài lòng) that a closed campaign gave an indicator for a year. From survey-service.
 *
 * @param indicator code of the indicator: CT14, CT15 or CT16
 * @param plan code of the plan to which the indicator belongs
 * @param year the year for which it counts
 * @param satisfied answers at level 4 or 5; the index is satisfied ÷ answers unless {@code rate} is given
 * @param answers answers at levels 1 to 5; "don't know / not used" is not counted
 * @param respondents people who answered
 * @param lower lower end of the 95 % interval, in percent; null without answers
 * @param upper upper end of it; null without answers
 * @param method how answers were put together, such as POOLED
 * @param methodVersion version of the method
 * @param intervalMethod how the interval was computed, such as WILSON or WILSON_CLUSTERED
 * @param resultVersion 1 for the first publication for this indicator, year and method, higher for each one by decision
 * @param decision by which an earlier result was replaced; null for the first
 * @param campaign id of the campaign
 * @param questionnaire code of the questionnaire
 * @param questionnaireVersion its version
 * @param publishedBy subject of the token that published
 * @param publishedAt when it was published
 * @param rate the index in percent, cut off after 16 decimals; null if it is satisfied ÷ answers, as for POOLED. Added after
 *        release 1.0.0
 * @param resultHash SHA-256 of the frozen result, in hexadecimal; null if it is not frozen. Added after release 1.0.0
 */
public record SurveyResultPublished(String indicator, String plan, int year, long satisfied, long answers, long respondents,
        BigDecimal lower, BigDecimal upper, String method, int methodVersion, String intervalMethod,
        int resultVersion, Decision decision, UUID campaign, String questionnaire,
        int questionnaireVersion, String publishedBy, Instant publishedAt, BigDecimal rate, String resultHash)
        implements
            Event {

    /** A result of the method POOLED that was published before results were frozen. */
    public SurveyResultPublished(String indicator, String plan, int year, long satisfied, long answers, long respondents,
            BigDecimal lower, BigDecimal upper, String method, int methodVersion, String intervalMethod, int resultVersion,
            Decision decision, UUID campaign, String questionnaire, int questionnaireVersion, String publishedBy,
            Instant publishedAt) {
        this(indicator, plan, year, satisfied, answers, respondents, lower, upper, method, methodVersion, intervalMethod,
                resultVersion, decision, campaign, questionnaire, questionnaireVersion, publishedBy, publishedAt, null, null);
    }

    public static final String TOPIC = "cchc.survey-results";

    /**
     * @param number official number of the decision (số quyết định)
     * @param date its date
     * @param signer who signed it: the office, not the person's name
     * @param reason why the earlier result is replaced
     */
    public record Decision(String number, LocalDate date, String signer, String reason) {
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return indicator + '|' + year + '|' + method;
    }
}
