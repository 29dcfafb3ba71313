package vn.cchc.targets.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.plan.PlanFixture;

/** Indicators as the plan has them, without a database. */
public final class IndicatorFixture {

    private IndicatorFixture() {
    }

    /** As a plan's document has it. */
    public static Indicator of(Plan plan, NewIndicator wanted) {
        return new Indicator(plan, wanted, 1);
    }

    /** CT05.1: at least 80 % in 2025, 90 % in 2030, a stock. */
    public static Indicator raised() {
        return counted(ContinuationRule.RAISE, TimeBasis.STOCK, milestone(2025, "80"), milestone(2030, "90"));
    }

    public static Indicator named(String name) {
        Indicator indicator = raised();
        indicator.name = name;
        return indicator;
    }

    /** CT04: 30, 50, 70, 90, 100 %, then nothing binds. */
    public static Indicator stepped() {
        return counted(ContinuationRule.NONE, TimeBasis.STOCK, milestone(2021, "30"), milestone(2022, "50"),
                milestone(2023, "70"),
                milestone(2024, "90"), milestone(2025, "100"));
    }

    /** CT04 with the switch on the last actual: 20 points above the result of the year before. */
    public static Indicator risingFromActual() {
        Indicator indicator = stepped();
        indicator.yearlyRise = new YearlyRise(new BigDecimal("20"), YearlyRise.Base.LAST_ACTUAL);
        return indicator;
    }

    /** CT04 as it is shipped: 20 points above the milestone of the year before. */
    public static Indicator risingFromMilestone() {
        Indicator indicator = stepped();
        indicator.yearlyRise = new YearlyRise(new BigDecimal("20"), YearlyRise.Base.LAST_MILESTONE);
        return indicator;
    }

    /** CT02: at least 80 % in 2025, then maintained and improved, a flow. */
    public static Indicator maintainedAndImproved() {
        return counted(ContinuationRule.MAINTAIN_IMPROVE, TimeBasis.FLOW, milestone(2025, "80"));
    }

    /** CT13.2: to be achieved in 2030. */
    public static Indicator qualitative() {
        Indicator indicator = new Indicator();
        indicator.code = "CT13.2";
        indicator.plan = PlanFixture.to2030();
        indicator.type = IndicatorType.QUALITATIVE;
        indicator.continuationRule = ContinuationRule.NONE;
        indicator.milestones = new TreeSet<>();
        indicator.milestones.add(new Milestone(2030, null));
        return indicator;
    }

    /** CT01.1: at least 100 % in 2025, then maintained, a flow. */
    public static Indicator maintained() {
        return counted(ContinuationRule.MAINTAIN, TimeBasis.FLOW, milestone(2025, "100"));
    }

    /** CT08.2: mean spending is to fall by at least 15 % from 2021 to 2025 to 2026 to 2030. */
    public static Indicator reduced() {
        Indicator indicator = counted(ContinuationRule.NONE, TimeBasis.COMPARISON, milestone(2030, "15"));
        indicator.type = IndicatorType.REDUCTION;
        indicator.comparedYears = new ComparedYears(2021, 2025, 2026, 2030);
        return indicator;
    }

    /** The definition with a yearly rise; null for none. */
    public static Indicator rising(Indicator indicator, YearlyRise rise) {
        indicator.yearlyRise = rise;
        return indicator;
    }

    /** Any definition: with the milestones of a qualitative indicator if it has no direction. */
    public static Indicator defined(IndicatorType type, TimeBasis timeBasis, Direction direction, ContinuationRule rule,
            Collection<Milestone> milestones) {
        Indicator indicator = counted(rule, timeBasis, milestones.toArray(Milestone[]::new));
        indicator.type = type;
        indicator.direction = direction;
        return indicator;
    }

    private static Indicator counted(ContinuationRule rule, TimeBasis timeBasis, Milestone... milestones) {
        Indicator indicator = new Indicator();
        indicator.code = "CT";
        indicator.plan = PlanFixture.to2030();
        indicator.type = IndicatorType.RATIO;
        indicator.timeBasis = timeBasis;
        indicator.direction = Direction.AT_LEAST;
        indicator.continuationRule = rule;
        indicator.milestones = new TreeSet<>();
        indicator.milestones.addAll(List.of(milestones));
        return indicator;
    }

    private static Milestone milestone(int year, String percent) {
        return new Milestone(year, new BigDecimal(percent));
    }
}
