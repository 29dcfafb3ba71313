package vn.cchc.targets.result;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import vn.cchc.targets.indicator.ComparedYears;
import vn.cchc.targets.indicator.Ratio;

/**
 * By how much the yearly mean of a later span of years is below that of an earlier one. Until every year of both spans is
 * there, the means of the years so far are compared.
 *
 * @param amounts the amount of each year for which every unit's annual report is accepted, over all units
 */
public record MeanReduction(ComparedYears years, SortedMap<Integer, BigInteger> amounts) {

    public MeanReduction {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /** @param results the results of the years so far, each the sum of the units' amounts */
    static MeanReduction of(ComparedYears years, Map<Integer, AnnualResult> results) {
        SortedMap<Integer, BigInteger> amounts = new TreeMap<>();
        results.forEach((year, annual) -> annual.present().filter(result -> annual.unitsMissing() == 0)
                .ifPresent(result -> amounts.put(year, result.ratio().numerator())));
        return new MeanReduction(years, amounts);
    }

    public boolean isComplete() {
        return years.years().allMatch(amounts::containsKey);
    }

    /**
     * The years of a span that are there.
     *
     * @param sum the sum of their amounts
     * @param count how many they are
     */
    public record Span(BigInteger sum, long count) {
    }

    public Span baseline() {
        return span(years.baseline());
    }

    public Span compared() {
        return span(years.compared());
    }

    private Span span(IntStream of) {
        List<BigInteger> known = of.mapToObj(amounts::get).filter(Objects::nonNull).toList();
        return new Span(known.stream().reduce(BigInteger.ZERO, BigInteger::add), known.size());
    }

    /** By how much the sum of the other span is multiplied, so that spans of different lengths are compared as means. */
    public BigInteger weight(Span of) {
        BigInteger common = BigInteger.valueOf(baseline().count()).gcd(BigInteger.valueOf(compared().count()));
        return BigInteger.valueOf(of.count()).divide(common);
    }

    /** Whether nothing was spent in the years that are compared with, so that there is nothing to take a share of. */
    public boolean hasZeroBaseline() {
        return baseline().count() > 0 && baseline().sum().signum() == 0;
    }

    /**
     * The reduction, exactly: negative if the mean has risen, without cases if the earlier mean is 0. Empty if one of the spans
     * has no year yet.
     */
    Optional<Ratio> ratio() {
        Span before = baseline();
        Span after = compared();
        if (before.count() == 0 || after.count() == 0) {
            return Optional.empty();
        }
        BigInteger weighted = before.sum().multiply(weight(after));
        BigInteger other = after.sum().multiply(weight(before));
        return Optional.of(weighted.signum() == 0 ? Ratio.of(0, 0) : new Ratio(weighted.subtract(other), weighted));
    }
}
