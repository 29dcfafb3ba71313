package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.util.Optional;

import vn.cchc.targets.indicator.Definition;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Percent;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.indicator.YearlyRise;
import vn.cchc.targets.result.IndicatorResult;

/**
 * What a counted result is compared with in a year, exactly.
 *
 * @param share the milestone as a share of the whole
 * @param actual the result of the year before that the milestone follows from; null where it is as the plan or a revision sets
 *        it
 */
record Threshold(Milestone milestone, Source source, Ratio share, Ratio actual, YearlyRise rise) {

    /** Where the threshold comes from. */
    enum Source {
        /** The milestone as the plan or a revision sets it. */
        SET,
        /** The accepted result of the year before, plus the yearly rise. */
        LAST_ACTUAL,
        /** As set, although it should follow from the result of the year before: nothing was accepted for that year. */
        SET_WITHOUT_ACTUAL
    }

    /** @param before null if nothing was accepted for the year before */
    static Threshold of(Definition definition, Milestone milestone, int year, IndicatorResult before) {
        Ratio set = Ratio.ofPercent(milestone.percent());
        Optional<YearlyRise> rise = definition.riseFromActualIn(year);
        if (rise.isEmpty()) {
            return new Threshold(milestone, Source.SET, set, null, null);
        }
        if (before == null || before.ratio() == null || !before.ratio().hasCases()) {
            return new Threshold(milestone, Source.SET_WITHOUT_ACTUAL, set, null, null);
        }
        return new Threshold(milestone, Source.LAST_ACTUAL, rise.get().after(before.ratio()), before.ratio(), rise.get());
    }

    /** For display: as it is set, or rounded half-up to two decimals. */
    BigDecimal percent() {
        return Percent.plain(source == Source.LAST_ACTUAL ? share.percent() : milestone.percent());
    }
}
