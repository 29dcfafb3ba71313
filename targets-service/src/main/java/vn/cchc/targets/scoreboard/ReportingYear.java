package vn.cchc.targets.scoreboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;

/** A reporting year, which ends on 14 December (Decree 09/2019/NĐ-CP, art. 12). */
record ReportingYear(int year) {

    private static final MonthDay LAST = MonthDay.of(12, 14);

    /** The year that was asked for, or the one in which we are. */
    static ReportingYear asked(Integer year, Clock clock) {
        return new ReportingYear(year == null ? LocalDate.now(clock).getYear() : year);
    }

    /** The day whose assignments and definitions count for the year. */
    LocalDate lastDay() {
        return LAST.atYear(year);
    }

    ReportingYear before() {
        return new ReportingYear(year - 1);
    }
}
