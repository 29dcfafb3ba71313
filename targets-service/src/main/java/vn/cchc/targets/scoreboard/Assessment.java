package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import vn.cchc.targets.indicator.ApplicableMilestone;
import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.result.AnnualResult;
import vn.cchc.targets.result.IndicatorResult;

/**
 * The verdict on an indicator in a reporting year, and its grounds.
 *
 * @param definition as it is in force on the last day of the year
 * @param before the result of the year before; of an indicator that comes from surveys, by the same method only
 */
record Assessment(Indicator indicator, Definition definition, ReportingYear year, ApplicableMilestone applicable,
        AnnualResult annual, AnnualResult before, Verdict verdict, Set<Flag> flags) {

    /** By the definition that is in force on the last day of the year. */
    static Assessment of(Indicator indicator, ReportingYear year, AnnualResult annual, AnnualResult before) {
        return of(indicator, indicator.definitionOn(year.lastDay()), year, annual, before);
    }

    static Assessment of(Indicator indicator, Definition definition, ReportingYear year, AnnualResult annual,
            AnnualResult before) {
        ApplicableMilestone applicable = definition.applicableIn(year.year());
        return new Assessment(indicator, definition, year, applicable, annual, before,
                verdict(definition, applicable, year, annual.result(), before.result()),
                flags(definition, year, annual, before.result()));
    }

    /** Null if nothing was accepted for the year. */
    IndicatorResult result() {
        return annual.result();
    }

    /** Whether the year before has results only of other methods, so that the two years are not compared. */
    boolean hasOnlyOtherMethodsBefore() {
        return result() != null && before.result() == null && !before.otherMethods().isEmpty();
    }

    private static Verdict verdict(Definition definition, ApplicableMilestone applicable, ReportingYear year,
            IndicatorResult result, IndicatorResult before) {
        if (applicable instanceof ApplicableMilestone.NotYet) {
            return Verdict.NOT_DUE;
        }
        if (applicable instanceof ApplicableMilestone.Expired) {
            return Verdict.NO_MILESTONE;
        }
        if (result == null) {
            return Verdict.NO_DATA;
        }
        if (result.rating() != null) {
            return Verdict.of(result.rating());
        }
        if (!result.ratio().hasCases()) {
            return Verdict.NO_CASES;
        }
        Milestone milestone = ((ApplicableMilestone.Applies) applicable).milestone();
        Ratio threshold = Threshold.of(definition, milestone, year.year(), before).share();
        return definition.direction().meets(result.ratio(), threshold) ? Verdict.MET : Verdict.NOT_MET;
    }

    private static Set<Flag> flags(Definition definition, ReportingYear year, AnnualResult annual, IndicatorResult before) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (annual.provisional()) {
            flags.add(Flag.PROVISIONAL);
        }
        if (definition.mustImproveIn(year.year()) && annual.result() != null && before != null
                && isWorse(definition, annual.result(), before)) {
            flags.add(Flag.NOT_IMPROVING);
        }
        if (annual.isStale()) {
            flags.add(Flag.STALE);
        }
        return flags;
    }

    private static boolean isWorse(Definition definition, IndicatorResult now, IndicatorResult before) {
        if (now.rating() != null && before.rating() != null) {
            return now.rating().compareTo(before.rating()) < 0;
        }
        return now.ratio() != null && before.ratio() != null && definition.isWorse(now.ratio(), before.ratio());
    }

    /** A report that is overdue may change a result that meets the milestone, so it is not counted as met. */
    boolean isCounted() {
        return !flags.contains(Flag.STALE) || verdict != Verdict.MET && verdict != Verdict.ACHIEVED;
    }

    /** The milestone that binds, or the one to come; empty if none binds any more. */
    Optional<Milestone> milestone() {
        if (applicable instanceof ApplicableMilestone.Applies applies) {
            return Optional.of(applies.milestone());
        }
        return applicable instanceof ApplicableMilestone.NotYet notYet ? Optional.of(notYet.first()) : Optional.empty();
    }

    /** What the result is compared with, or will be once it is due; empty without a milestone, and for a rating. */
    Optional<Threshold> threshold() {
        return milestone().filter(milestone -> milestone.percent() != null)
                .map(milestone -> Threshold.of(definition, milestone, year.year(), before.result()));
    }

    /** What the rest of a year in progress has to bring; empty once the year's result is final, and without a milestone. */
    Optional<StillRequired> stillRequired() {
        boolean inProgress = annual.provisional() && indicator.type() == IndicatorType.RATIO && result() != null
                && result().ratio().hasCases();
        return inProgress && applicable instanceof ApplicableMilestone.Applies ? StillRequired.of(indicator.timeBasis(),
                definition.direction(), threshold().orElseThrow().share(), result().ratio()) : Optional.empty();
    }

    /** The result in percent of the milestone, rounded for display; null if one of them is missing or no percentage. */
    BigDecimal shareOfMilestone() {
        Ratio threshold = threshold().map(Threshold::share).orElse(null);
        if (threshold == null || threshold.numerator().signum() == 0 || result() == null || result().ratio() == null
                || !result().ratio().hasCases()) {
            return null;
        }
        Ratio ratio = result().ratio();
        return new BigDecimal(ratio.numerator().multiply(threshold.denominator())).multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(ratio.denominator().multiply(threshold.numerator())), 2, RoundingMode.HALF_UP);
    }
}
