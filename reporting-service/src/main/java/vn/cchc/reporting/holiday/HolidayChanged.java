package vn.cchc.reporting.holiday;

import java.time.LocalDate;

/** Fired in the transaction in which a holiday is entered, changed or removed. */
public record HolidayChanged(LocalDate date) {
}
