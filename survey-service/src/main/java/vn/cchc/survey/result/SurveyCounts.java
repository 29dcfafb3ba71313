package vn.cchc.survey.result;

import java.util.Collection;

/**
 * What was counted, by stratum.
 *
 * @param topics empty while answers are collected, and if an earlier program closed the campaign
 */
public record SurveyCounts(Collection<AnswerCount> answers, Collection<RespondentCount> respondents,
        Collection<NumberSum> numbers, Collection<TopicRespondentCount> topics) {
}
