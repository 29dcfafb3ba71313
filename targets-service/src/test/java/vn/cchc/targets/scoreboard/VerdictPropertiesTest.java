package vn.cchc.targets.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import vn.cchc.targets.indicator.ContinuationRule;
import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorFixture;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.indicator.YearlyRise;
import vn.cchc.targets.period.PeriodFixture;
import vn.cchc.targets.plan.PlanFixture;
import vn.cchc.targets.result.AnnualResult;
import vn.cchc.targets.result.IndicatorResult;
import vn.cchc.targets.scoreboard.StillRequired.Kind;
import vn.cchc.values.PeriodCode;

/** What holds of every verdict, whatever the definition and the figures. */
class VerdictPropertiesTest {

    private static final int YEAR = 2025;
    private static final long MOST = 1_000_000_000_000L;

    @Property
    void aHigherNumeratorNeverMakesAVerdictWorse(@ForAll("percentages") BigDecimal threshold,
            @ForAll("ratiosNearTheThreshold") Tuple2<BigDecimal, Ratio> any, @ForAll("ratios") Ratio figure) {
        for (Ratio lower : List.of(any.get2(), figure)) {
            Ratio higher = new Ratio(lower.numerator().add(BigInteger.ONE).min(lower.denominator()), lower.denominator());
            for (BigDecimal percent : List.of(threshold, any.get1())) {
                assertThat(rank(Direction.AT_LEAST, percent, higher))
                        .isGreaterThanOrEqualTo(rank(Direction.AT_LEAST, percent, lower));
                assertThat(rank(Direction.AT_MOST, percent, higher))
                        .isLessThanOrEqualTo(rank(Direction.AT_MOST, percent, lower));
            }
        }
    }

    @Property
    void nothingIsMetOnTheWrongSideOfTheMilestone(@ForAll("ratiosNearTheThreshold") Tuple2<BigDecimal, Ratio> near) {
        BigDecimal percent = near.get1();
        Ratio figure = near.get2();
        // In ten-thousandths of a percent, the precision of a milestone, so that only whole numbers are compared.
        int side = figure.numerator().multiply(BigInteger.valueOf(1_000_000))
                .compareTo(percent.movePointRight(4).toBigIntegerExact().multiply(figure.denominator()));

        assertThat(verdict(Direction.AT_LEAST, percent, figure)).isEqualTo(side >= 0 ? Verdict.MET : Verdict.NOT_MET);
        assertThat(verdict(Direction.AT_MOST, percent, figure)).isEqualTo(side <= 0 ? Verdict.MET : Verdict.NOT_MET);
        assertThat(verdict(Direction.EXACTLY, percent, figure)).isEqualTo(side == 0 ? Verdict.MET : Verdict.NOT_MET);
    }

    @Property
    void theStepsComputeTheVerdictAgain(@ForAll("ratiosNearTheThreshold") Tuple2<BigDecimal, Ratio> near,
            @ForAll Direction direction) {
        Assessment assessment = assess(direction, near.get1(), near.get2());
        List<Grounds.Step> steps = Grounds.of(assessment).steps();

        String[] computed = steps.get(steps.size() - 1).value().split(" ");
        int side = new BigDecimal(computed[0]).compareTo(new BigDecimal(computed[2]));
        boolean holds = switch (computed[1]) {
            case "≥" -> side >= 0;
            case "≤" -> side <= 0;
            default -> side == 0;
        };
        assertThat(assessment.verdict()).isEqualTo(holds ? Verdict.MET : Verdict.NOT_MET);
        String[] expression = steps.get(steps.size() - 1).expression().split(" ");
        assertThat(new BigDecimal(expression[0]).multiply(new BigDecimal(expression[2]))).isEqualByComparingTo(computed[0]);
        assertThat(new BigDecimal(expression[4]).multiply(new BigDecimal(expression[6]))).isEqualByComparingTo(computed[2]);
    }

    @Property
    void whatIsStillRequiredIsEnoughAndNotTooMuch(@ForAll("ratiosNearTheThreshold") Tuple2<BigDecimal, Ratio> near,
            @ForAll Direction direction) {
        Ratio threshold = Ratio.ofPercent(near.get1());
        Ratio soFar = near.get2();
        StillRequired.of(TimeBasis.STOCK, direction, threshold, soFar).filter(required -> required.number() != null)
                .ifPresent(required -> {
                    BigInteger beyond = required.kind() == Kind.ANNUAL_AT_MOST ? required.number().add(BigInteger.ONE)
                            : required.number().subtract(BigInteger.ONE);
                    assertThat(direction.meets(new Ratio(required.number(), soFar.denominator()), threshold)).isTrue();
                    assertThat(beyond.signum() < 0 || beyond.compareTo(soFar.denominator()) > 0
                            || !direction.meets(new Ratio(beyond, soFar.denominator()), threshold)).isTrue();
                });
        StillRequired.of(TimeBasis.FLOW, direction, threshold, soFar).filter(required -> required.number() != null)
                .ifPresent(required -> {
                    boolean least = required.kind() == Kind.COUNTED_AT_LEAST || required.kind() == Kind.UNCOUNTED_AT_LEAST;
                    BigInteger beyond = required.number().add(least ? BigInteger.ONE.negate() : BigInteger.ONE);
                    assertThat(direction.meets(with(soFar, required, required.number()), threshold)).isTrue();
                    assertThat(direction.meets(with(soFar, required, beyond), threshold)).isFalse();
                });
    }

    private static Ratio with(Ratio soFar, StillRequired required, BigInteger further) {
        boolean counted = required.kind() == Kind.COUNTED_AT_LEAST || required.kind() == Kind.COUNTED_AT_MOST;
        return new Ratio(counted ? soFar.numerator().add(further) : soFar.numerator(), soFar.denominator().add(further));
    }

    @Property
    void everyDefinitionWithEveryFigureHasAVerdictThatIsExplained(@ForAll("definitions") Indicator indicator,
            @ForAll("results") AnnualResult now, @ForAll("results") AnnualResult before,
            @ForAll @IntRange(min = 2000, max = 2099) int year) {
        Assessment assessment = Assessment.of(indicator, PeriodFixture.cchc(year), fitting(indicator, now),
                fitting(indicator, before));

        assertThat(assessment.verdict()).isNotNull();
        assertThat(Grounds.of(assessment).reason()).isNotNull();
        assertThat(Explanation.VIETNAMESE.of(assessment)).doesNotContain("{").contains(String.valueOf(year));
        assertThat(Explanation.ENGLISH.of(assessment)).doesNotContain("{").contains(String.valueOf(year));
        assertThat(ScoreboardView.of(PlanFixture.to2030(), assessment.year(), List.of(assessment), any -> Optional.empty())
                .indicators()).hasSize(1);
    }

    @Provide
    Arbitrary<BigDecimal> percentages() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(100)).ofScale(4);
    }

    @Provide
    Arbitrary<Ratio> ratios() {
        return Arbitraries.longs().between(1, MOST).flatMap(denominator -> Arbitraries.longs().between(0, denominator)
                .map(numerator -> Ratio.of(numerator, denominator)));
    }

    /** A threshold and a figure at most one case away from it. */
    @Provide
    Arbitrary<Tuple2<BigDecimal, Ratio>> ratiosNearTheThreshold() {
        return Combinators.combine(percentages(), Arbitraries.longs().between(1, MOST), Arbitraries.integers().between(-1, 1))
                .as((percent, denominator, away) -> {
                    long at = percent.multiply(BigDecimal.valueOf(denominator)).movePointLeft(2).toBigInteger()
                            .longValueExact();
                    return Tuple.of(percent, Ratio.of(Math.max(0, Math.min(denominator, at + away)), denominator));
                });
    }

    @Provide
    Arbitrary<Indicator> definitions() {
        return Arbitraries.of(IndicatorType.values()).flatMap(type -> {
            boolean counted = type != IndicatorType.QUALITATIVE;
            Arbitrary<Direction> directions = counted ? Arbitraries.of(Direction.values()) : Arbitraries.just(null);
            Arbitrary<TimeBasis> bases = type == IndicatorType.RATIO || type == IndicatorType.REDUCTION
                    ? Arbitraries.of(TimeBasis.values())
                    : Arbitraries.just(null);
            return Combinators.combine(bases, directions, Arbitraries.of(ContinuationRule.values()), milestones(counted),
                    rises(type)).as(
                            (basis, direction, rule, milestones, rise) -> IndicatorFixture
                                    .rising(IndicatorFixture.defined(type, basis, direction, rule, milestones), rise));
        });
    }

    private Arbitrary<YearlyRise> rises(IndicatorType type) {
        return type != IndicatorType.RATIO ? Arbitraries.just(null)
                : Combinators.combine(percentages(), Arbitraries.of(YearlyRise.Base.values())).as(YearlyRise::new)
                        .injectNull(0.3);
    }

    private Arbitrary<? extends Collection<Milestone>> milestones(boolean counted) {
        Arbitrary<BigDecimal> percent = counted ? percentages() : Arbitraries.just(null);
        return Combinators.combine(Arbitraries.integers().between(2021, 2030), percent).as(Milestone::new).set().ofMinSize(1)
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<AnnualResult> results() {
        Arbitrary<IndicatorResult> counted = Arbitraries.oneOf(ratios(), Arbitraries.just(Ratio.of(0, 0)))
                .map(ratio -> new IndicatorResult(PeriodCode.ofYear(YEAR), ratio, null, 1, List.of("2025"), null));
        Arbitrary<IndicatorResult> results = counted.injectNull(0.2);
        return Combinators.combine(results, Arbitraries.longs().between(0, 60_000), Arbitraries.longs().between(0, 60_000),
                Arbitraries.of(true, false), Arbitraries.longs().between(0, 60_000))
                .as((result, expected, missing, provisional, overdue) -> new AnnualResult(result, expected, missing,
                        provisional,
                        overdue, List.of(), null));
    }

    /** A qualitative indicator has a rating where another one has a figure, and a survey has a method. */
    private static AnnualResult fitting(Indicator indicator, AnnualResult of) {
        IndicatorResult result = of.result();
        if (result == null || indicator.type() == IndicatorType.RATIO || indicator.type() == IndicatorType.REDUCTION) {
            return of;
        }
        List<Rating> ratings = Arrays.asList(Rating.values());
        boolean rated = indicator.type() == IndicatorType.QUALITATIVE;
        IndicatorResult fitting = new IndicatorResult(result.period(), rated ? null : result.ratio(),
                rated ? ratings.get((int) (of.unitsExpected() % ratings.size())) : null, result.units(), result.basis(),
                rated ? null : "POOLED");
        return new AnnualResult(fitting, of.unitsExpected(), of.unitsMissing(), of.provisional(), of.unitsOverdue(),
                of.otherMethods(), null);
    }

    private static int rank(Direction direction, BigDecimal percent, Ratio figure) {
        return verdict(direction, percent, figure) == Verdict.MET ? 1 : 0;
    }

    private static Verdict verdict(Direction direction, BigDecimal percent, Ratio figure) {
        return assess(direction, percent, figure).verdict();
    }

    private static Assessment assess(Direction direction, BigDecimal percent, Ratio figure) {
        Indicator indicator = IndicatorFixture.defined(IndicatorType.RATIO, TimeBasis.STOCK, direction,
                ContinuationRule.MAINTAIN,
                List.of(new Milestone(YEAR, percent)));
        IndicatorResult result = new IndicatorResult(PeriodCode.ofYear(YEAR), figure, null, 1, List.of("2025"), null);
        return Assessment.of(indicator, PeriodFixture.cchc(YEAR), new AnnualResult(result, 1, 0, false, 0, List.of(), null),
                AnnualResult.NONE);
    }
}
