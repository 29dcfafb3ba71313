package vn.cchc.targets.period;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A reporting year of a regime. Where none of its periods is known, it is the calendar year and no report is expected in it.
 *
 * @param firstDay its first day
 * @param lastDay its last day; assignments and definitions of this day hold for the year
 * @param periods the periods for which the regime requires reports, by their cut-off days
 */
public record ReportingYear(int year, LocalDate firstDay, LocalDate lastDay, List<Period> periods) {

    /** @param periods all of the year, in any order; no report is expected for a cancelled one */
    public static ReportingYear of(int year, List<Period> periods) {
        if (periods.isEmpty()) {
            return new ReportingYear(year, Year.of(year).atDay(1), Year.of(year + 1).atDay(1).minusDays(1), periods);
        }
        Period latest = periods.stream().max(Comparator.comparingLong(period -> period.version)).orElseThrow();
        return new ReportingYear(year, latest.yearFrom, latest.yearTo, periods.stream().filter(period -> !period.cancelled)
                .sorted(Comparator.comparing(Period::cutOff).thenComparing(Period::code)).toList());
    }

    /** The last cut-off day of the year; empty if no period is known. */
    public Optional<LocalDate> lastCutOff() {
        return periods.stream().map(Period::cutOff).max(Comparator.naturalOrder());
    }
}
