package vn.cchc.survey.result;

import java.util.Collection;

/** What was counted, by stratum. */
public record SurveyCounts(Collection<AnswerCount> answers, Collection<RespondentCount> respondents,
        Collection<NumberSum> numbers) {
}
