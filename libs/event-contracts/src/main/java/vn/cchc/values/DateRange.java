package vn.cchc.values;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A range of days, both ends included.
 *
 * @param from the first day; null if the range has no beginning
 * @param to the last day; null if the range has no end
 */
public record DateRange(LocalDate from, LocalDate to) {

    public static final DateRange UNBOUNDED = new DateRange(null, null);

    /** @throws IllegalArgumentException if the last day is before the first */
    public DateRange {
        if (!isOrdered(from, to)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    /** Whether two days can be the ends of a range; null is an open end. */
    public static boolean isOrdered(LocalDate from, LocalDate to) {
        return from == null || to == null || !to.isBefore(from);
    }

    public boolean contains(LocalDate day) {
        return !startsAfter(day) && !endsBefore(day);
    }

    public boolean contains(DateRange other) {
        return intersection(other).equals(Optional.of(other));
    }

    public boolean overlaps(DateRange other) {
        return intersection(other).isPresent();
    }

    /** @return the days in both ranges; empty if there is none */
    public Optional<DateRange> intersection(DateRange other) {
        LocalDate first = other.from == null || startsAfter(other.from) ? from : other.from;
        LocalDate last = other.to == null || endsBefore(other.to) ? to : other.to;
        return isOrdered(first, last) ? Optional.of(new DateRange(first, last)) : Optional.empty();
    }

    public boolean startsAfter(LocalDate day) {
        return from != null && from.isAfter(day);
    }

    public boolean endsBefore(LocalDate day) {
        return to != null && to.isBefore(day);
    }
}
