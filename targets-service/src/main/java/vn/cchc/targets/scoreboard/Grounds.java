package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.ApplicableMilestone;
import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.Percent;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.result.IndicatorResult;
import vn.cchc.targets.result.MeanReduction;
import vn.cchc.targets.result.MeanReduction.Span;

/** Why a verdict is what it is, so that it can be computed again by hand from the contributions. */
@Schema(name = "AssessmentGrounds", description = "Why the verdict is what it is. With the contributions it can be computed again by hand")
record Grounds(
        @Schema(description = "The rule of the verdict: RATING, or the type of the indicator with the direction", examples = "RATIO_AT_LEAST") String rule,
        @Schema(description = "Rises when the rule is changed") int ruleVersion, Reason reason,
        @Schema(description = "The computation, in order. Empty if there is nothing to compute") List<Step> steps) {

    /** That a percentage is compared unrounded, as a product of integers. */
    private static final int VERSION = 1;
    private static final int DISPLAYED_DECIMALS = 2;
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    @Schema(name = "AssessmentStep", description = "A step of the computation")
    record Step(StepType step,
            @Schema(description = "n and d are the numerator and the denominator of a unit", examples = "17 × 100 ≥ 80 × 20") String expression,
            @Schema(examples = "1700 ≥ 1600") String value,
            @Schema(description = "To how many decimals the value is rounded half-up, for display only; null if it is exact", nullable = true) Integer decimals) {
    }

    enum StepType {
        /** The yearly mean of the span that a reduction compares with. */
        BASELINE_MEAN,
        /** The yearly mean of the later span. */
        COMPARED_MEAN,
        /** The sum of the units' numerators. */
        NUMERATOR,
        /** The sum of the units' denominators. */
        DENOMINATOR,
        /** The result in percent. */
        PERCENTAGE,
        /** The milestone in percent, where it follows from the result of the year before. */
        MILESTONE,
        /** The comparison with the milestone that decides. */
        COMPARISON
    }

    static Grounds of(Assessment of) {
        return new Grounds(rule(of), VERSION, reason(of), steps(of));
    }

    private static String rule(Assessment of) {
        Direction direction = of.definition().direction();
        return direction == null ? "RATING" : of.indicator().type() + "_" + direction;
    }

    private static Reason reason(Assessment of) {
        if (of.applicable() instanceof ApplicableMilestone.Expired expired) {
            return Reason.of(expired.reason());
        }
        IndicatorResult result = of.result();
        return switch (of.verdict()) {
            case NOT_DUE, NO_MILESTONE -> Reason.BEFORE_FIRST_MILESTONE;
            case MET -> Reason.MILESTONE_MET;
            case NOT_MET -> Reason.ofMissed(of.definition().direction());
            case NO_DATA -> Reason.NOTHING_ACCEPTED;
            case NO_CASES -> hasZeroBaseline(of) ? Reason.ZERO_BASELINE : Reason.NO_CASES;
            case NOT_ACHIEVED, PARTLY_ACHIEVED, ACHIEVED -> Reason.of(result.rating());
        };
    }

    private static boolean hasZeroBaseline(Assessment of) {
        return of.annual().reduction() != null && of.annual().reduction().hasZeroBaseline();
    }

    private static List<Step> steps(Assessment of) {
        if (of.result() == null || of.result().ratio() == null) {
            return List.of();
        }
        Ratio ratio = of.result().ratio();
        List<Step> steps = new ArrayList<>();
        steps.addAll(of.annual().reduction() == null ? sums(ratio) : means(of.annual().reduction(), ratio));
        if (ratio.hasCases()) {
            steps.add(new Step(StepType.PERCENTAGE, ratio.numerator() + " × 100 ÷ " + ratio.denominator(),
                    ratio.percent().toPlainString(), DISPLAYED_DECIMALS));
            if (of.applicable() instanceof ApplicableMilestone.Applies) {
                steps.addAll(comparison(ratio, of.definition().direction(), of.threshold().orElseThrow()));
            }
        }
        return steps;
    }

    private static List<Step> sums(Ratio ratio) {
        return List.of(new Step(StepType.NUMERATOR, "Σ n", ratio.numerator().toString(), null),
                new Step(StepType.DENOMINATOR, "Σ d", ratio.denominator().toString(), null));
    }

    /** (m1 - m2) ÷ m1 of two means, times the numbers of years, so that all terms are integers. */
    private static List<Step> means(MeanReduction of, Ratio ratio) {
        Span before = of.baseline();
        Span after = of.compared();
        return List.of(mean(StepType.BASELINE_MEAN, before), mean(StepType.COMPARED_MEAN, after),
                new Step(StepType.NUMERATOR,
                        before.sum() + " × " + of.weight(after) + " - " + after.sum() + " × " + of.weight(before),
                        ratio.numerator().toString(), null),
                new Step(StepType.DENOMINATOR, before.sum() + " × " + of.weight(after), ratio.denominator().toString(), null));
    }

    private static Step mean(StepType type, Span of) {
        BigDecimal mean = new BigDecimal(of.sum()).divide(BigDecimal.valueOf(of.count()), DISPLAYED_DECIMALS,
                RoundingMode.HALF_UP);
        return new Step(type, of.sum() + " ÷ " + of.count(), mean.toPlainString(), DISPLAYED_DECIMALS);
    }

    private static List<Step> comparison(Ratio ratio, Direction direction, Threshold threshold) {
        if (threshold.source() != Threshold.Source.LAST_ACTUAL) {
            return List.of(comparison(ratio, direction, HUNDRED, threshold.percent()));
        }
        Ratio actual = threshold.actual();
        Step milestone = new Step(StepType.MILESTONE, "min(100, " + actual.numerator() + " × 100 ÷ " + actual.denominator()
                + " + " + Percent.plain(threshold.rise().points()).toPlainString() + ")", threshold.percent().toPlainString(),
                DISPLAYED_DECIMALS);
        // As shares, because the milestone has no end of decimals.
        return List.of(milestone, comparison(ratio, direction, threshold.share().denominator(),
                new BigDecimal(threshold.share().numerator())));
    }

    /** @param whole 100 if the threshold is in percent */
    private static Step comparison(Ratio ratio, Direction direction, BigInteger whole, BigDecimal percent) {
        String sign = switch (direction) {
            case AT_LEAST -> " ≥ ";
            case AT_MOST -> " ≤ ";
            case EXACTLY -> " = ";
        };
        return new Step(StepType.COMPARISON,
                ratio.numerator() + " × " + whole + sign + percent.toPlainString() + " × " + ratio.denominator(),
                ratio.numerator().multiply(whole) + sign
                        + Percent.plain(percent.multiply(new BigDecimal(ratio.denominator()))).toPlainString(),
                null);
    }
}
