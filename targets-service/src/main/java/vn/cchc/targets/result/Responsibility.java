package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Period;
import vn.cchc.values.DateRange;

/**
 * The days on which a unit is responsible for an indicator: it is assigned and it exists.
 *
 * @param days ranges of days, in the order of time, without overlap
 * @param life the days on which the unit exists; null if it does not exist in the reporting year
 */
record Responsibility(List<DateRange> days, DateRange life) {

    /** A range of PostgreSQL in its canonical form: the last day is excluded. */
    private static final Pattern RANGE = Pattern.compile("\\[([0-9-]+),([0-9-]+)\\)");

    Responsibility {
        days = days.stream().sorted(Comparator.comparing(DateRange::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** @param assignments validity of each assignment of the unit to the indicator */
    static Responsibility of(List<DateRange> assignments, DateRange life) {
        return new Responsibility(
                assignments.stream().map(life::intersection).flatMap(Optional::stream).toList(), life);
    }

    /** A unit that was never assigned is taken as always responsible: its report was accepted with the indicator in it. */
    static Responsibility ofReporting(List<DateRange> assignments, DateRange life) {
        return assignments.isEmpty() ? of(List.of(DateRange.UNBOUNDED), DateRange.UNBOUNDED) : of(assignments, life);
    }

    /** Reads bounded ranges as PostgreSQL writes them: {@code {[2025-01-01,2025-07-01)}}, {@code empty}. */
    static Responsibility parse(String days, String life) {
        return new Responsibility(ranges(days), ranges(life).stream().findFirst().orElse(null));
    }

    /** @param text null for none */
    static List<DateRange> ranges(String text) {
        List<DateRange> ranges = new ArrayList<>();
        Matcher range = RANGE.matcher(text == null ? "" : text);
        while (range.find()) {
            ranges.add(new DateRange(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2)).minusDays(1)));
        }
        return ranges;
    }

    boolean contains(LocalDate day) {
        return days.stream().anyMatch(range -> range.contains(day));
    }

    /** The first day of responsibility that is not before a day. */
    Optional<LocalDate> firstDayFrom(LocalDate day) {
        return days.stream().filter(range -> !range.endsBefore(day)).findFirst()
                .map(range -> range.contains(day) ? day : range.from());
    }

    /**
     * Whether the unit's report for a period must hold the indicator. A flow is due for every window with a day of
     * responsibility; a stock if the unit is responsible on the cut-off day; ratings and comparisons with the annual report
     * only. A unit that does not exist on the cut-off day cannot report any more.
     *
     * @param basis null for a rating
     */
    boolean isDueIn(Period period, TimeBasis basis) {
        if (life == null || !life.contains(period.cutOff())) {
            return false;
        }
        if (basis == TimeBasis.FLOW) {
            return days.stream().anyMatch(range -> range.overlaps(period.window()));
        }
        return contains(period.cutOff()) && (basis == TimeBasis.STOCK || period.isAnnual());
    }
}
