package vn.cchc.reporting.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days around 30 April 2025: Friday 2 May was off, and made up on Saturday 26 April. */
class WorkingDaysTest {

    private final WorkingDays calendar = new WorkingDays(
            Set.of(LocalDate.of(2025, 4, 30), LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 2)),
            Set.of(LocalDate.of(2025, 4, 26)));

    @ParameterizedTest
    @CsvSource({ "2025-04-25,true", "2025-04-26,true", "2025-04-27,false", "2025-04-30,false", "2025-05-02,false",
            "2025-05-03,false", "2025-05-05,true" })
    void aDayOffAndAWeekendDayAreNoWorkingDaysUnlessWorkIsMadeUp(LocalDate day, boolean working) {
        assertThat(calendar.contains(day)).isEqualTo(working);
    }

    @Test
    void workingDaysAreCountedFromTheDayAfter() {
        assertThat(calendar.after(LocalDate.of(2025, 4, 25), 1)).isEqualTo(LocalDate.of(2025, 4, 26));
        assertThat(calendar.after(LocalDate.of(2025, 4, 29), 1)).isEqualTo(LocalDate.of(2025, 5, 5));
        assertThat(calendar.firstFrom(LocalDate.of(2025, 5, 1))).isEqualTo(LocalDate.of(2025, 5, 5));
    }

    @ParameterizedTest
    @CsvSource({ "2025-04-25,2025-04-25,0", "2025-04-25,2025-04-24,0", "2025-04-25,2025-04-26,1", "2025-04-25,2025-05-06,5",
            "2025-04-29,2025-05-04,0" })
    void waitingOverTheHolidaysCountsWorkingDaysOnly(LocalDate day, LocalDate until, long days) {
        assertThat(calendar.between(day, until)).isEqualTo(days);
    }
}
