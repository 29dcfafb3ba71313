package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.cchc.survey.questionnaire.SatisfactionLevel;

/**
 * Pooled answers; "don't know / not used" is excluded.
 *
 * @param answers answers at levels 1 to 5
 * @param satisfied answers of these at level 4 or 5
 * @param points sum of the levels
 * @param people a lower bound of the respondents: the answers to the question with the most answers
 */
public record Satisfaction(long answers, long satisfied, long points, long people) {

    static final Satisfaction NONE = new Satisfaction(0, 0, 0, 0);

    /** Of different questions or respondents. */
    Satisfaction plus(Satisfaction other) {
        return new Satisfaction(answers + other.answers, satisfied + other.satisfied, points + other.points,
                Math.max(people, other.people));
    }

    public static Satisfaction of(Collection<AnswerCount> answerCounts) {
        List<AnswerCount> levels = answerCounts.stream().filter(count -> count.value() >= SatisfactionLevel.LOWEST).toList();
        Map<String, Long> byQuestion = levels.stream()
                .collect(Collectors.groupingBy(AnswerCount::question, Collectors.summingLong(AnswerCount::answers)));
        return new Satisfaction(levels.stream().mapToLong(AnswerCount::answers).sum(),
                levels.stream().filter(count -> count.value() >= SatisfactionLevel.SATISFIED_FROM)
                        .mapToLong(AnswerCount::answers).sum(),
                levels.stream().mapToLong(count -> count.value() * count.answers()).sum(),
                byQuestion.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    public Proportion rate() {
        return new Proportion(satisfied, answers);
    }

    /** 1 to 5, half-up to two decimals; null without answers. */
    public BigDecimal meanScore() {
        if (answers == 0) {
            return null;
        }
        return BigDecimal.valueOf(points).divide(BigDecimal.valueOf(answers), 2, RoundingMode.HALF_UP);
    }
}
