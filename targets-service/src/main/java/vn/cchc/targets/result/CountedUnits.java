package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;

import jakarta.persistence.Tuple;

/**
 * The key of a row of {@code unit_group}: units of an indicator and a year that stand alike.
 *
 * @param responsible the days on which they report, within the year; null if they were never assigned
 * @param existing the days on which they exist, within the year
 * @param basis null if they contribute nothing
 * @param handedIn the days of each report that they have handed in
 * @param extended the days of each report whose deadline is extended, and the new deadline
 */
record CountedUnits(String regime, int year, String indicator, String responsible, String existing, String basis,
        LocalDate cutOff, Boolean annual, String handedIn, String extended) {

    /** Transactions change rows in this order, so that none waits for another one that waits for it. */
    static final Comparator<CountedUnits> ORDER = Comparator.comparing(CountedUnits::toString);

    static CountedUnits of(Tuple row) {
        return new CountedUnits(row.get("regime", String.class), row.get("year", Integer.class),
                row.get("indicator", String.class), row.get("responsible", String.class), row.get("existing", String.class),
                row.get("basis", String.class), row.get("cut_off", LocalDate.class), row.get("annual", Boolean.class),
                row.get("handed_in", String.class), row.get("extended", String.class));
    }

    static ResultTotal total(Tuple row) {
        return new ResultTotal(number(row, "units").longValueExact(), number(row, "numerator"), number(row, "denominator"),
                number(row, "not_achieved").longValueExact(), number(row, "partly_achieved").longValueExact(),
                number(row, "achieved").longValueExact());
    }

    private static BigInteger number(Tuple row, String column) {
        return new BigDecimal(row.get(column, Number.class).toString()).toBigIntegerExact();
    }
}
