package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.cchc.survey.questionnaire.SatisfactionLevel;

/**
 * What a number of answers says when all are put together (POOLED): "don't know / not used" is left out.
 *
 * @param answers answers at levels 1 to 5
 * @param satisfied those of them at level 4 or 5
 * @param points the sum of their levels
 * @param people how many people stand behind them at least: the answers to the question that was answered most
 */
public record Satisfaction(long answers, long satisfied, long points, long people) {

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

    /** Whether so few stand behind it that it must not be shown as a part of the whole. */
    public boolean isSuppressed() {
        return Suppression.suppresses(people);
    }
}
