package vn.cchc.targets.period;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import vn.cchc.events.PeriodDefined;

/** The periods of the regime CCHC (Q1, H1, Q3, year) and of one that counts calendar months. */
public final class PeriodFixture {

    private PeriodFixture() {
    }

    public static ReportingYear cchc(int year) {
        return ReportingYear.of(year, definedCchc(year).stream().map(Period::new).toList());
    }

    public static List<PeriodDefined> definedCchc(int year) {
        return defined("CCHC", year);
    }

    /** The same periods of another regime. */
    static List<PeriodDefined> defined(String regime, int year) {
        LocalDate from = LocalDate.of(year - 1, 12, 15);
        LocalDate to = LocalDate.of(year, 12, 14);
        return List.of(defined(regime, year + "Q1", year, from, LocalDate.of(year, 3, 14), from, to, LocalDate.of(year, 3, 17)),
                defined(regime, year + "H1", year, from, LocalDate.of(year, 6, 14), from, to, LocalDate.of(year, 6, 16)),
                defined(regime, year + "Q3", year, LocalDate.of(year, 6, 15), LocalDate.of(year, 9, 14), from, to,
                        LocalDate.of(year, 9, 16)),
                defined(regime, String.valueOf(year), year, from, to, from, to, LocalDate.of(year, 12, 16)));
    }

    /** Months, and no annual report. */
    public static List<PeriodDefined> definedMonths(String regime, int year) {
        LocalDate from = LocalDate.of(year, 1, 1);
        return Stream.iterate(1, month -> month + 1).limit(12).map(month -> {
            LocalDate first = from.withMonth(month);
            LocalDate last = first.plusMonths(1).minusDays(1);
            return defined(regime, "%dM%02d".formatted(year, month), year, first, last, from, from.plusYears(1).minusDays(1),
                    last.plusDays(5));
        }).toList();
    }

    private static PeriodDefined defined(String regime, String code, int year, LocalDate from, LocalDate to, LocalDate yearFrom,
            LocalDate yearTo, LocalDate deadline) {
        return new PeriodDefined(regime, code, year, from, to, yearFrom, yearTo, from.equals(yearFrom) && to.equals(yearTo),
                deadline, deadline.plusDays(2), deadline.plusDays(4), false, 1);
    }
}
