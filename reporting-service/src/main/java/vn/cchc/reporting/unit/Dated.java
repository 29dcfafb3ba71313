package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import vn.cchc.values.DateRange;

/** A fact that holds on certain days. */
interface Dated<F extends Dated<F>> {

    /** Null: from the first day of the unit. */
    LocalDate validFrom();

    /** Null: until the last day of the unit. */
    LocalDate validTo();

    /** The same fact on other days. */
    F during(LocalDate from, LocalDate to);

    default DateRange days() {
        return new DateRange(validFrom(), validTo());
    }

    /** The facts from the first day to the day before a date. */
    default List<F> before(LocalDate date) {
        boolean begun = validFrom() == null || validFrom().isBefore(date);
        return begun ? List.of(during(validFrom(), date.minusDays(1))) : List.of();
    }

    /** The facts after one of them was replaced from a date on. The new one holds until the next that was there already. */
    static <F extends Dated<F>> List<F> replaced(List<F> facts, LocalDate date, F replacement) {
        List<F> replaced = new ArrayList<>();
        for (F fact : facts) {
            if (fact.days().contains(date)) {
                replaced.addAll(fact.before(date));
                replaced.add(replacement.during(date, fact.validTo()));
            } else {
                replaced.add(fact);
            }
        }
        return replaced;
    }
}
