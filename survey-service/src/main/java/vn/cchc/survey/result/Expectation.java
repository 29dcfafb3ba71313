package vn.cchc.survey.result;

import java.util.Collection;

/**
 * Degree to which expectations were met (tỷ lệ đáp ứng so với mong đợi): the mean of the percentages given.
 *
 * @param answers number of percentages given
 * @param sum sum of the percentages
 */
record Expectation(long answers, long sum) {

    static Expectation of(Collection<AnswerCount> percents) {
        return new Expectation(percents.stream().mapToLong(AnswerCount::answers).sum(),
                percents.stream().mapToLong(count -> count.value() * count.answers()).sum());
    }
}
