package vn.cchc.reporting.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.apache.commons.numbers.fraction.BigFraction;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/**
 * The values that are no outliers, both limits included. Everything is computed exactly, so that a value on a limit never
 * depends on rounding.
 */
record Limits(BigFraction median, BigFraction lower, BigFraction upper) {

    private static final BigFraction FIRST_QUARTILE = BigFraction.of(1, 4);
    private static final BigFraction HALF = BigFraction.of(1, 2);
    private static final BigFraction THIRD_QUARTILE = BigFraction.of(3, 4);
    /** Of Iglewicz and Hoaglin: makes the score comparable with that of a normal distribution. */
    private static final BigFraction MAD_FACTOR = Fractions.of(new BigDecimal("0.6745"));
    private static final BigFraction MEAN_FACTOR = Fractions.of(new BigDecimal("1.253314"));

    /**
     * Where more than half of the values are equal, the median of the absolute deviations (MAD) is 0; their mean takes its
     * place.
     */
    static Limits ofModifiedZScore(List<BigFraction> values, BigFraction threshold) {
        BigFraction median = quantile(values, HALF);
        List<BigFraction> deviations = values.stream().map(value -> value.subtract(median).abs()).toList();
        BigFraction mad = quantile(deviations, HALF);
        BigFraction unit = mad.signum() == 0 ? mean(deviations).multiply(MEAN_FACTOR) : mad.divide(MAD_FACTOR);
        return around(median, unit.multiply(threshold));
    }

    static Limits ofFences(List<BigFraction> values, BigFraction fences) {
        List<BigFraction> sorted = values.stream().sorted().toList();
        BigFraction first = quantileOfSorted(sorted, FIRST_QUARTILE);
        BigFraction third = quantileOfSorted(sorted, THIRD_QUARTILE);
        BigFraction distance = third.subtract(first).multiply(fences);
        return new Limits(quantileOfSorted(sorted, HALF), first.subtract(distance), third.add(distance));
    }

    static BigFraction quantile(List<BigFraction> values, BigFraction share) {
        return quantileOfSorted(values.stream().sorted().toList(), share);
    }

    /** At place share·(n + 1), between the two nearest values, as in the NIST handbook (1.3.3.7) and as type 6 of R. */
    private static BigFraction quantileOfSorted(List<BigFraction> sorted, BigFraction share) {
        BigFraction place = share.multiply(sorted.size() + 1);
        int below = place.intValue();
        if (below < 1) {
            return sorted.get(0);
        }
        if (below >= sorted.size()) {
            return sorted.get(sorted.size() - 1);
        }
        BigFraction low = sorted.get(below - 1);
        return low.add(sorted.get(below).subtract(low).multiply(place.subtract(below)));
    }

    private static BigFraction mean(List<BigFraction> values) {
        return values.stream().reduce(BigFraction.ZERO, BigFraction::add).divide(values.size());
    }

    private static Limits around(BigFraction median, BigFraction distance) {
        return new Limits(median, median.subtract(distance), median.add(distance));
    }

    /** Widened, so that at least the values up to this distance from the median are inside. */
    Limits atLeast(BigFraction distance) {
        Limits least = around(median, distance);
        return new Limits(median, lower.compareTo(least.lower) < 0 ? lower : least.lower,
                upper.compareTo(least.upper) > 0 ? upper : least.upper);
    }

    boolean contains(BigFraction value) {
        return value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0;
    }

    Comparison comparison(BigFraction value) {
        return Comparison.percent(value, median, lower, upper);
    }

    /**
     * Empty if the value is no outlier.
     *
     * @param compared the number of values that the limits come from
     */
    Optional<Finding> outlier(QualityRule rule, ReportingProblem problem, IndicatorCode indicator, BigFraction value,
            int compared) {
        if (contains(value)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(rule, indicator, Violation.at("/figures/" + indicator, problem,
                Comparison.rounded(value), Comparison.rounded(lower), Comparison.rounded(upper), compared),
                comparison(value).of(compared)));
    }
}
