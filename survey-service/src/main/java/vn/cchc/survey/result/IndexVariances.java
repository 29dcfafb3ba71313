package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The variances of the index that need more than the counts of the closing, which therefore computes them. Format 1 only grows.
 * Parts are missing where the counts tell the variance, and in what an earlier program stored.
 *
 * @param suppressBelow the k for which they were computed: it decides what is pooled
 * @param units by the code of the unit
 * @param groups by the code of the group
 * @param strata by the code of the stratum
 * @param topics by the code of the topic
 */
public record IndexVariances(int format, int suppressBelow, BigDecimal whole, Map<String, BigDecimal> units,
        Map<String, BigDecimal> groups, Map<String, BigDecimal> strata, Map<String, BigDecimal> topics) {

    static final int FORMAT = 1;

    public IndexVariances {
        units = Objects.requireNonNullElse(units, Map.of());
        groups = Objects.requireNonNullElse(groups, Map.of());
        strata = Objects.requireNonNullElse(strata, Map.of());
        topics = Objects.requireNonNullElse(topics, Map.of());
    }

    /** @throws IllegalStateException if the figures of a result are suppressed by another k */
    IndexVariances requireComputedFor(int k) {
        if (k != suppressBelow) {
            throw new IllegalStateException("the variances were computed for k = %d, not %d".formatted(suppressBelow, k));
        }
        return this;
    }

    Optional<BigDecimal> ofWhole() {
        return Optional.ofNullable(whole);
    }

    Optional<BigDecimal> ofUnit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    Optional<BigDecimal> ofGroup(String code) {
        return Optional.ofNullable(groups.get(code));
    }

    Optional<BigDecimal> ofStratum(String code) {
        return Optional.ofNullable(strata.get(code));
    }

    Optional<BigDecimal> ofTopic(String code) {
        return Optional.ofNullable(topics.get(code));
    }
}
