package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import vn.cchc.targets.indicator.ApplicableMilestone;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.result.IndicatorResult;

/**
 * The verdict on an indicator in a year, with what it rests on.
 *
 * @param figure what was accepted for the year; null where nothing was
 * @param before what was accepted for the year before; null where nothing was
 */
record Assessment(Indicator indicator, ReportingYear year, ApplicableMilestone binding, IndicatorResult figure,
        IndicatorResult before, Verdict verdict,
        Set<Flag> flags) {

    /** @param today tells whether a report that should stand behind the figure is overdue */
    static Assessment of(Indicator indicator, ReportingYear year, IndicatorResult figure, IndicatorResult before,
            LocalDate today) {
        ApplicableMilestone binding = indicator.applicableIn(year.year());
        return new Assessment(indicator, year, binding, figure, before, verdict(indicator, binding, figure),
                flags(indicator, year, figure, before, today));
    }

    private static Verdict verdict(Indicator indicator, ApplicableMilestone binding, IndicatorResult figure) {
        if (binding instanceof ApplicableMilestone.NotYet) {
            return Verdict.NOT_DUE;
        }
        if (binding instanceof ApplicableMilestone.Expired) {
            return Verdict.NO_MILESTONE;
        }
        if (figure == null) {
            return Verdict.NO_DATA;
        }
        if (figure.rating() != null) {
            return Verdict.of(figure.rating());
        }
        if (!figure.ratio().hasCases()) {
            return Verdict.NO_CASES;
        }
        BigDecimal threshold = ((ApplicableMilestone.Applies) binding).milestone().percent();
        return indicator.direction().meets(figure.ratio(), threshold) ? Verdict.MET : Verdict.NOT_MET;
    }

    private static Set<Flag> flags(Indicator indicator, ReportingYear year, IndicatorResult figure, IndicatorResult before,
            LocalDate today) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (figure == null) {
            return flags;
        }
        boolean unitsMissing = figure.units() > 0 && figure.units() < indicator.reportersOn(year.lastDay());
        if (!figure.complete() || unitsMissing) {
            flags.add(Flag.PROVISIONAL);
        }
        if (indicator.mustImproveIn(year.year()) && before != null && isWorse(indicator, figure, before)) {
            flags.add(Flag.NOT_IMPROVING);
        }
        if (figure.isOverdueOn(today)) {
            flags.add(Flag.STALE);
        }
        return flags;
    }

    private static boolean isWorse(Indicator indicator, IndicatorResult now, IndicatorResult before) {
        if (now.rating() != null && before.rating() != null) {
            return now.rating().compareTo(before.rating()) < 0;
        }
        return now.ratio() != null && before.ratio() != null && indicator.isWorse(now.ratio(), before.ratio());
    }

    /** The milestone that binds, or the one to come; none where the plan gives no figure any more. */
    Optional<Milestone> milestone() {
        if (binding instanceof ApplicableMilestone.Applies bound) {
            return Optional.of(bound.milestone());
        }
        return binding instanceof ApplicableMilestone.NotYet notDue ? Optional.of(notDue.first()) : Optional.empty();
    }

    /** How much of the milestone is reached, in percent of it, rounded for display; null where that cannot be said. */
    BigDecimal shareOfMilestone() {
        BigDecimal threshold = milestone().map(Milestone::percent).orElse(null);
        if (threshold == null || threshold.signum() == 0 || figure == null || figure.ratio() == null
                || !figure.ratio().hasCases()) {
            return null;
        }
        Ratio ratio = figure.ratio();
        return new BigDecimal(ratio.numerator()).multiply(BigDecimal.valueOf(10_000))
                .divide(threshold.multiply(new BigDecimal(ratio.denominator())), 2, RoundingMode.HALF_UP);
    }
}
