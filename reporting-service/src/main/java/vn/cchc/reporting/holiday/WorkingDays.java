package vn.cchc.reporting.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The working days (ngày làm việc): Monday to Friday without the days off, and the weekend days on which work is made up.
 *
 * @param daysOff days that are off whatever their weekday
 * @param madeUp days on which work is done whatever their weekday
 */
public record WorkingDays(Set<LocalDate> daysOff, Set<LocalDate> madeUp) {

    public WorkingDays {
        daysOff = Set.copyOf(daysOff);
        madeUp = Set.copyOf(madeUp);
    }

    public boolean contains(LocalDate day) {
        return madeUp.contains(day) || !isWeekend(day) && !daysOff.contains(day);
    }

    /** The day itself if it is a working day, otherwise the next one. */
    public LocalDate firstFrom(LocalDate day) {
        LocalDate first = day;
        while (!contains(first)) {
            first = first.plusDays(1);
        }
        return first;
    }

    /** @param count from 1 */
    public LocalDate after(LocalDate day, int count) {
        LocalDate last = day;
        for (int found = 0; found < count; found++) {
            last = firstFrom(last.plusDays(1));
        }
        return last;
    }

    /** The number of working days after a day, until another day including it; 0 if that is not later. */
    public long between(LocalDate day, LocalDate until) {
        return day.isBefore(until) ? day.plusDays(1).datesUntil(until.plusDays(1)).filter(this::contains).count() : 0;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
