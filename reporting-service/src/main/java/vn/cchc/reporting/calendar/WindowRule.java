package vn.cchc.reporting.calendar;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.DateRange;

/**
 * The rule by which a regime divides time into reporting years and their months: the day on which a reporting year begins. Each
 * month of the reporting year begins on the same day of a calendar month. Windows are made of whole months, so they touch and
 * never overlap.
 *
 * @param startDay at most 28, so that every month has the day
 * @param previousYear whether the reporting year begins in the calendar year before
 */
@Schema(description = "First day of a reporting year: 15 December of the year before (Decree 09/2019/NĐ-CP), 1 January (calendar year), 1 September (school year) …")
record WindowRule(@Min(1) @Max(12) @Schema(examples = "12") int startMonth,
        @Min(1) @Max(28) @Schema(description = "At most 28, so that every month has the day", examples = "15") int startDay,
        @Schema(description = "Whether the reporting year begins in the calendar year before", examples = "true") boolean previousYear) {

    private static final int MONTHS = 12;

    DateRange year(int year) {
        return months(year, 1, MONTHS);
    }

    /** @param first month of the reporting year, from 1; its first month is the one that begins with the year */
    DateRange months(int year, int first, int last) {
        LocalDate start = LocalDate.of(previousYear ? year - 1 : year, startMonth, startDay);
        return new DateRange(start.plusMonths(first - 1L), start.plusMonths(last).minusDays(1));
    }

    /** The reporting year to which a day belongs. */
    int yearOf(LocalDate day) {
        int year = day.getYear();
        while (year(year).startsAfter(day)) {
            year--;
        }
        while (year(year).endsBefore(day)) {
            year++;
        }
        return year;
    }
}
