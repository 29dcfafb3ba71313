package vn.cchc.targets.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cchc.targets.indicator.ComparedYears;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.PeriodFixture;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.result.UnitGroup.GroupContribution;
import vn.cchc.values.DateRange;

/** What holds of every result, however the figures are spread over units. */
class ResultPropertiesTest {

    private static final ReportingYear YEAR = PeriodFixture.cchc(2025);
    private static final List<DateRange> LIVES = List.of(DateRange.UNBOUNDED, new DateRange(null, LocalDate.of(2025, 6, 30)),
            new DateRange(LocalDate.of(2025, 7, 1), null));

    private static final ComparedYears TEN_YEARS = new ComparedYears(2021, 2025, 2026, 2030);

    /** A unit with what its parts report together, and how its parts share that. */
    record Unit(UnitGroup whole, List<UnitGroup> parts) {
    }

    @Property
    void aUnitThatIsSplitIntoPartsAndPartsThatAreMergedChangeNoResult(@ForAll("units") List<Unit> units,
            @ForAll("bases") TimeBasis basis, @ForAll("days") LocalDate day) {
        AnnualResult merged = AnnualResult.of(YEAR, basis, units.stream().map(Unit::whole).toList(), day);
        AnnualResult split = AnnualResult.of(YEAR, basis, units.stream().flatMap(unit -> unit.parts().stream()).toList(), day);

        assertThat(split.present().map(IndicatorResult::ratio)).isEqualTo(merged.present().map(IndicatorResult::ratio));
        assertThat(split.present().map(IndicatorResult::basis)).isEqualTo(merged.present().map(IndicatorResult::basis));
        assertThat(split.provisional()).isEqualTo(merged.provisional());
        assertThat(split.isStale()).isEqualTo(merged.isStale());
    }

    @Property
    void theOrderOfUnitsChangesNoResult(@ForAll("units") List<Unit> units, @ForAll("bases") TimeBasis basis,
            @ForAll("days") LocalDate day, @ForAll Random random) {
        List<UnitGroup> groups = units.stream().map(Unit::whole).toList();
        List<UnitGroup> shuffled = new ArrayList<>(groups);
        Collections.shuffle(shuffled, random);

        assertThat(AnnualResult.of(YEAR, basis, shuffled, day)).isEqualTo(AnnualResult.of(YEAR, basis, groups, day));
    }

    @Property
    void aReductionOfAnyAmountsIsAtMostTheWholeAndFallsWhenMoreIsSpentLater(
            @ForAll("amounts") Map<Integer, BigInteger> amounts) {
        MeanReduction reduction = new MeanReduction(TEN_YEARS, new TreeMap<>(amounts));
        TreeMap<Integer, BigInteger> more = new TreeMap<>(amounts);
        more.computeIfPresent(amounts.keySet().stream().max(Integer::compare).orElse(0),
                (year, spent) -> spent.add(BigInteger.ONE));

        Optional<Ratio> ratio = reduction.ratio().filter(Ratio::hasCases);

        ratio.ifPresent(share -> {
            assertThat(share.numerator()).isLessThanOrEqualTo(share.denominator());
            assertThat(new MeanReduction(TEN_YEARS, more).ratio().orElseThrow().compareTo(share)).isNegative();
        });
        assertThat(ratio.isEmpty() || !reduction.hasZeroBaseline()).isTrue();
    }

    @Provide
    Arbitrary<Map<Integer, BigInteger>> amounts() {
        Arbitrary<BigInteger> amount = Arbitraries.longs().between(0, 1_000_000_000_000_000L).map(BigInteger::valueOf);
        return Arbitraries.maps(Arbitraries.integers().between(2021, 2030), amount);
    }

    @Provide
    Arbitrary<TimeBasis> bases() {
        return Arbitraries.of(TimeBasis.values());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 500).map(LocalDate.of(2024, 12, 15)::plusDays);
    }

    @Provide
    Arbitrary<List<Unit>> units() {
        return unit().list().ofMinSize(1).ofMaxSize(5);
    }

    private static Arbitrary<Unit> unit() {
        Arbitrary<List<ResultTotal>> figures = figure().list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<DateRange>> handedIn = Arbitraries.of(YEAR.periods()).map(Period::window).set().map(List::copyOf);
        return Combinators.combine(figures, Arbitraries.of(LIVES).injectNull(0.1), handedIn,
                Arbitraries.of(YEAR.periods()).injectNull(0.2)).as(ResultPropertiesTest::unit);
    }

    /** @param life null for a unit that was never assigned */
    private static Unit unit(List<ResultTotal> parts, DateRange life, List<DateRange> handedIn, Period accepted) {
        Optional<Responsibility> responsibility = Optional.ofNullable(life)
                .map(days -> Responsibility.of(List.of(DateRange.UNBOUNDED), days));
        List<UnitGroup> groups = parts.stream()
                .map(total -> new UnitGroup(responsibility, contribution(accepted, total), handedIn, 1)).toList();
        ResultTotal sum = parts.stream().reduce(ResultTotal.NONE, ResultTotal::plus);
        ResultTotal whole = new ResultTotal(1, sum.numerator(), sum.denominator(), 0, 0, 0);
        return new Unit(new UnitGroup(responsibility, contribution(accepted, whole), handedIn, 1), groups);
    }

    private static Optional<GroupContribution> contribution(Period accepted, ResultTotal total) {
        return Optional.ofNullable(accepted)
                .map(period -> new GroupContribution(period.code().value(), period.cutOff(), period.isAnnual(), total));
    }

    private static Arbitrary<ResultTotal> figure() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE).flatMap(denominator -> Arbitraries.longs().between(0, denominator)
                .map(numerator -> ResultTotal.counted(numerator, denominator)));
    }
}
