package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;

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

    static CountedUnits of(ResultSet row) throws SQLException {
        return new CountedUnits(row.getString("regime"), row.getInt("year"), row.getString("indicator"),
                row.getString("responsible"), row.getString("existing"), row.getString("basis"),
                row.getObject("cut_off", LocalDate.class), row.getObject("annual", Boolean.class), row.getString("handed_in"),
                row.getString("extended"));
    }

    static ResultTotal total(ResultSet row) throws SQLException {
        return new ResultTotal(row.getLong("units"), row.getObject("numerator", BigDecimal.class).toBigIntegerExact(),
                row.getObject("denominator", BigDecimal.class).toBigIntegerExact(), row.getLong("not_achieved"),
                row.getLong("partly_achieved"), row.getLong("achieved"));
    }
}
