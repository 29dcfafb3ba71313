package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.PeriodCode;

/**
 * The result of an indicator for a reporting year, and the units whose reports are awaited.
 *
 * @param result null if nothing was accepted
 * @param unitsExpected how many units must report it in the last period of the year
 * @param unitsMissing how many units' contributions are missing or not final
 * @param provisional whether a report to come will change the result
 * @param unitsOverdue how many units have a report that is overdue and not handed in
 * @param otherMethods the methods of further survey results for the year, which are never compared with this one
 * @param reduction the yearly amounts that are compared; null unless the result is computed of them
 */
public record AnnualResult(IndicatorResult result, long unitsExpected, long unitsMissing, boolean provisional,
        long unitsOverdue, List<String> otherMethods, MeanReduction reduction) {

    public static final AnnualResult NONE = new AnnualResult(null, 0, 0, false, 0, List.of(), null);

    /**
     * @param basis null for a rating
     * @param day the day on which reports are overdue or not
     */
    static AnnualResult of(ReportingYear year, TimeBasis basis, List<UnitGroup> groups, LocalDate day) {
        CountingRule rule = CountingRule.of(year, basis, groups);
        List<UnitGroup> counted = groups.stream().filter(rule::counts).toList();
        IndicatorResult result = counted.isEmpty() ? null : sum(year, counted);
        long missing = groups.stream().filter(rule::isMissing).mapToLong(UnitGroup::units).sum();
        boolean open = basis == TimeBasis.FLOW ? counted.stream().anyMatch(rule::isOpen) : rule.isBeforeLastCutOff(groups);
        return new AnnualResult(result, groups.stream().filter(rule::isExpected).mapToLong(UnitGroup::units).sum(),
                missing, result != null && (missing > 0 || open),
                groups.stream().filter(group -> rule.overdue(group, day).isPresent()).mapToLong(UnitGroup::units).sum(),
                List.of(), null);
    }

    /** @param survey null if no campaign of the method that is shown has published a result for the year */
    static AnnualResult of(IndicatorResult survey, List<String> otherMethods) {
        return new AnnualResult(survey, 0, 0, false, 0, otherMethods, null);
    }

    /** The result of a reduction, which is provisional until all its years are there. */
    AnnualResult with(ReportingYear year, MeanReduction of) {
        IndicatorResult computed = of.ratio().map(ratio -> new IndicatorResult(PeriodCode.ofYear(year.year()), ratio, null,
                present().map(IndicatorResult::units).orElse(0L), of.amounts().keySet().stream().map(String::valueOf).toList(),
                null)).orElse(null);
        return new AnnualResult(computed, unitsExpected, unitsMissing, computed != null && !of.isComplete(), unitsOverdue,
                otherMethods, of);
    }

    public boolean isStale() {
        return unitsOverdue > 0;
    }

    public Optional<IndicatorResult> present() {
        return Optional.ofNullable(result);
    }

    private static IndicatorResult sum(ReportingYear year, List<UnitGroup> counted) {
        ResultTotal total = counted.stream().map(group -> group.contribution().orElseThrow().total())
                .reduce(ResultTotal.NONE, ResultTotal::plus);
        return IndicatorResult.of(PeriodCode.ofYear(year.year()), total, counted.stream()
                .map(group -> group.contribution().orElseThrow().basis()).distinct().sorted().toList());
    }

    /**
     * Which units' contributions are counted and which are missing.
     *
     * @param reference the cut-off day whose state a stock, a comparison or a rating is: the latest with an accepted report;
     *        null for a flow, and if nothing was accepted
     */
    record CountingRule(ReportingYear year, TimeBasis basis, LocalDate reference) {

        static CountingRule of(ReportingYear year, TimeBasis basis, List<UnitGroup> groups) {
            if (basis == TimeBasis.FLOW) {
                return new CountingRule(year, basis, null);
            }
            LocalDate latest = groups.stream().filter(
                    group -> group.contribution().filter(contribution -> group.isResponsibleOn(contribution.cutOff()))
                            .isPresent())
                    .map(group -> group.contribution().orElseThrow().cutOff()).max(Comparator.naturalOrder()).orElse(null);
            return new CountingRule(year, basis, latest);
        }

        /** A unit that is not responsible any more on the reference day has no part in the state of that day. */
        boolean counts(UnitGroup group) {
            return group.contribution().isPresent()
                    && (basis == TimeBasis.FLOW || reference != null && group.isResponsibleOn(reference));
        }

        /** A flow is missing until the last due report is accepted; anything else until the one of the reference day is. */
        boolean isMissing(UnitGroup group) {
            return missing(group).isPresent();
        }

        private Optional<Period> missing(UnitGroup group) {
            Optional<Period> wanted = basis == TimeBasis.FLOW || group.contribution().isEmpty() ? relevantLast(group)
                    : group.due(year, basis).stream().filter(period -> period.cutOff().equals(reference)).findFirst();
            return wanted.filter(period -> group.contribution()
                    .map(contribution -> contribution.cutOff().isBefore(period.cutOff())).orElse(true));
        }

        /** Whether the unit must report in the last period of the year. */
        boolean isExpected(UnitGroup group) {
            return year.lastCutOff()
                    .map(day -> group.due(year, basis).stream().anyMatch(period -> period.cutOff().equals(day)))
                    .orElseGet(() -> group.responsibility().map(days -> days.contains(year.lastDay())).orElse(false));
        }

        /** Where no period is known, only the annual report ends a flow. */
        private boolean isOpen(UnitGroup group) {
            return relevantLast(group).isEmpty() && !group.contribution().orElseThrow().annual()
                    && (year.periods().isEmpty() || group.responsibility().isEmpty());
        }

        /** Whether a later cut-off of the year will replace the state of the reference day. */
        private boolean isBeforeLastCutOff(List<UnitGroup> groups) {
            if (basis != TimeBasis.STOCK || reference == null) {
                return false;
            }
            if (year.periods().isEmpty()) {
                return groups.stream().flatMap(group -> group.contribution().stream())
                        .noneMatch(contribution -> contribution.annual() && contribution.cutOff().equals(reference));
            }
            return groups.stream().anyMatch(group -> group.responsibility().isEmpty()
                    ? reference.isBefore(year.lastCutOff().orElseThrow())
                    : group.lastDue(year, basis).filter(last -> last.cutOff().isAfter(reference)).isPresent());
        }

        Optional<Period> overdue(UnitGroup group, LocalDate day) {
            return relevantLast(group).flatMap(last -> group.overdue(year, basis, day));
        }

        /** What a unit owed before the reference day has no part in the state of that day. */
        private Optional<Period> relevantLast(UnitGroup group) {
            return group.lastDue(year, basis).filter(last -> reference == null || !last.cutOff().isBefore(reference));
        }

        /** The report for which the result waits: the overdue one, else the last of the year. */
        Optional<Period> awaited(UnitGroup group, LocalDate day) {
            return overdue(group, day).or(() -> missing(group));
        }
    }
}
