package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The variances of the index that need more than the counts of the closing, which therefore computes them. Format 1; another
 * one is another record.
 *
 * @param suppressBelow the k for which they were computed: it decides what is pooled
 * @param units by the code of the unit
 */
public record IndexVariances(int format, int suppressBelow, BigDecimal whole, Map<String, BigDecimal> units) {

    static final int FORMAT = 1;

    /** @param unit empty for the whole */
    Optional<BigDecimal> of(String unit, int k) {
        return k == suppressBelow ? Optional.ofNullable(unit.isEmpty() ? whole : units.get(unit)) : Optional.empty();
    }
}
