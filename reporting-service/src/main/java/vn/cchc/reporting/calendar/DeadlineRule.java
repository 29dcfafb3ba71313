package vn.cchc.reporting.calendar;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.holiday.WorkingDays;

/**
 * The rule for the last day on which a report is on time. A deadline is a working day after the cut-off, so at least one
 * working day is left for the report. A day off is replaced by the next working day (Civil Code 2015, art. 148.5).
 */
@Schema(name = "DeadlineRule", description = "The last day on which a report is on time; a day off is replaced by the next working day")
record DeadlineRule(@NotNull Basis basis,
        @Min(1) @Max(60) @Schema(description = "The day of the month, 1 to 28, or the number of working days", examples = "16") int value) {

    static final int LAST_DAY_OF_MONTH = 28;

    @Schema(name = "DeadlineBasis", description = "DAY_OF_MONTH: the first such day after the cut-off; WORKING_DAYS: so many working days after the cut-off")
    enum Basis {
        DAY_OF_MONTH,
        WORKING_DAYS
    }

    LocalDate deadline(LocalDate cutOff, WorkingDays calendar) {
        return switch (basis) {
            case DAY_OF_MONTH -> calendar.firstFrom(nextDayOfMonth(cutOff));
            case WORKING_DAYS -> calendar.after(cutOff, value);
        };
    }

    private LocalDate nextDayOfMonth(LocalDate cutOff) {
        LocalDate day = cutOff.withDayOfMonth(value);
        return day.isAfter(cutOff) ? day : day.plusMonths(1);
    }

    /** Whether every month has the day. */
    boolean existsInEveryMonth() {
        return basis == null || basis == Basis.WORKING_DAYS || value <= LAST_DAY_OF_MONTH;
    }
}
