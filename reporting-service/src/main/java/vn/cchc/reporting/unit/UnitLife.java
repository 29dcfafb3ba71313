package vn.cchc.reporting.unit;

import java.time.LocalDate;

import vn.cchc.values.DateRange;

/** The name of a unit and the first and last day of its life, either of which can be null. */
public record UnitLife(String code, String name, LocalDate from, LocalDate to) {

    public DateRange days() {
        return new DateRange(from, to);
    }
}
