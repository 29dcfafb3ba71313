package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The variances of the index that need more than the counts of the closing, which therefore computes them. Format 1; members
 * are
 * only added to it. Parts are missing where the counts tell the variance, and in what an earlier program stored.
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

    Optional<BigDecimal> whole(int k) {
        return k == suppressBelow ? Optional.ofNullable(whole) : Optional.empty();
    }

    Optional<BigDecimal> unit(String code, int k) {
        return part(units, code, k);
    }

    Optional<BigDecimal> group(String code, int k) {
        return part(groups, code, k);
    }

    Optional<BigDecimal> stratum(String code, int k) {
        return part(strata, code, k);
    }

    Optional<BigDecimal> topic(String code, int k) {
        return part(topics, code, k);
    }

    private Optional<BigDecimal> part(Map<String, BigDecimal> parts, String code, int k) {
        return k == suppressBelow ? Optional.ofNullable(parts.get(code)) : Optional.empty();
    }
}
