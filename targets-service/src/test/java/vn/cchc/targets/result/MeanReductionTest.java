package vn.cchc.targets.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import vn.cchc.targets.indicator.ComparedYears;
import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.values.PeriodCode;

/** CT08.2: the mean yearly spending of 2026 to 2030 against that of 2021 to 2025. */
class MeanReductionTest {

    private static final ComparedYears YEARS = new ComparedYears(2021, 2025, 2026, 2030);
    private static final BigDecimal FIFTEEN = new BigDecimal("15");

    @Test
    void spendingThatFallsFrom100To86IsAReductionOf14PercentAndTo85OneOf15() {
        Ratio fourteen = spending(100, 86).ratio().orElseThrow();
        Ratio fifteen = spending(100, 85).ratio().orElseThrow();

        assertThat(fourteen.percent()).isEqualTo("14.00");
        assertThat(Direction.AT_LEAST.meets(fourteen, FIFTEEN)).isFalse();
        assertThat(fifteen.percent()).isEqualTo("15.00");
        assertThat(Direction.AT_LEAST.meets(fifteen, FIFTEEN)).isTrue();
        assertThat(spending(100, 85).isComplete()).isTrue();
    }

    @Test
    void aReductionIsComputedExactly() {
        Ratio justBelow = spending(1_000_000_000_000_000L, 850_000_000_000_001L).ratio().orElseThrow();

        assertThat(justBelow.percent()).isEqualTo("15.00");
        assertThat(Direction.AT_LEAST.meets(justBelow, FIFTEEN)).isFalse();
    }

    @Test
    void spendingThatRisesIsANegativeReduction() {
        assertThat(spending(100, 125).ratio().orElseThrow().percent()).isEqualTo("-25.00");
    }

    @Test
    void beforeTheLastYearTheMeansOfTheYearsSoFarAreCompared() {
        SortedMap<Integer, BigInteger> amounts = new TreeMap<>();
        IntStream.rangeClosed(2021, 2025).forEach(year -> amounts.put(year, BigInteger.valueOf(100)));
        assertThat(new MeanReduction(YEARS, amounts).ratio()).isEmpty();

        amounts.put(2026, BigInteger.valueOf(90));
        amounts.put(2027, BigInteger.valueOf(70));
        MeanReduction interim = new MeanReduction(YEARS, amounts);

        assertThat(interim.ratio().orElseThrow().percent()).isEqualTo("20.00");
        assertThat(interim.isComplete()).isFalse();
    }

    @Test
    void nothingCanBeComputedAgainstABaselineOfZero() {
        MeanReduction zero = spending(0, 5);

        assertThat(zero.hasZeroBaseline()).isTrue();
        assertThat(zero.ratio().orElseThrow().hasCases()).isFalse();
    }

    @Test
    void aYearCountsOnceEveryUnitsAnnualReportIsAccepted() {
        Map<Integer, AnnualResult> years = new HashMap<>();
        years.put(2021, annual(2021, 100, 0));
        years.put(2022, annual(2022, 100, 1));
        years.put(2023, AnnualResult.NONE);

        assertThat(MeanReduction.of(YEARS, years).amounts()).containsOnlyKeys(2021);
    }

    private static AnnualResult annual(int year, long amount, long missing) {
        return new AnnualResult(
                new IndicatorResult(PeriodCode.ofYear(year), Ratio.of(amount, amount), null, 1, List.of(), null), 2, missing,
                missing > 0, 0, List.of(), null);
    }

    private static MeanReduction spending(long before, long after) {
        SortedMap<Integer, BigInteger> amounts = new TreeMap<>();
        YEARS.baseline().forEach(year -> amounts.put(year, BigInteger.valueOf(before)));
        YEARS.compared().forEach(year -> amounts.put(year, BigInteger.valueOf(after)));
        return new MeanReduction(YEARS, amounts);
    }
}
