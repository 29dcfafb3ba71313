package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.ReportingYear;

/**
 * Units with the same responsibility, contribution and reporting state for an indicator and year.
 *
 * @param responsibility empty for units that were never assigned, which need not report
 * @param contribution what they contribute together; empty if they contribute nothing
 * @param handedInUntil last cut-off day for which they have handed in a report; null if they have handed in none
 * @param units how many they are
 */
record UnitGroup(Optional<Responsibility> responsibility, Optional<GroupContribution> contribution,
        LocalDate handedInUntil, long units) {

    /**
     * @param basis the periods on which each unit's contribution rests
     * @param cutOff the cut-off day of the last of them
     * @param annual whether that is the annual report
     */
    record GroupContribution(String basis, LocalDate cutOff, boolean annual, ResultTotal total) {

        /** The codes of the periods. */
        List<String> periods() {
            return List.of(basis.split("[+]"));
        }
    }

    /** The periods whose reports must hold the indicator. */
    List<Period> due(ReportingYear year, TimeBasis basis) {
        return responsibility.map(days -> year.periods().stream().filter(period -> days.isDueIn(period, basis)).toList())
                .orElse(List.of());
    }

    /** The last of the periods whose reports must hold the indicator. */
    Optional<Period> lastDue(ReportingYear year, TimeBasis basis) {
        return due(year, basis).stream().max(Comparator.comparing(Period::cutOff));
    }

    /** The last period whose report is overdue on a day and not handed in, nor any later one. */
    Optional<Period> overdue(ReportingYear year, TimeBasis basis, LocalDate day) {
        return due(year, basis).stream().filter(period -> period.isOverdueOn(day)).max(Comparator.comparing(Period::cutOff))
                .filter(period -> !isCovered(handedInUntil, period))
                .filter(period -> !isCovered(contribution.map(GroupContribution::cutOff).orElse(null), period));
    }

    private static boolean isCovered(LocalDate until, Period period) {
        return until != null && !until.isBefore(period.cutOff());
    }

    boolean isResponsibleOn(LocalDate day) {
        return responsibility.map(days -> days.contains(day)).orElse(true);
    }
}
