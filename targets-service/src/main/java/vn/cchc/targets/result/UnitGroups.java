package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.RegimeCode;

/** Reads how units stand towards indicators, in one statement for any number of units, indicators and years. */
@ApplicationScoped
class UnitGroups {

    private static final String GROUPS = """
            with reporting_year as (
              select * from unnest(?::int[], ?::date[], ?::date[]) as y (year, first_day, last_day)
            ), responsibility as (
              select a.indicator, y.year, a.unit,
                range_agg(daterange(a.valid_from, a.valid_to, '[]') * daterange(u.valid_from, u.valid_to, '[]')
                  * daterange(y.first_day, y.last_day, '[]')) as days,
                daterange(u.valid_from, u.valid_to, '[]') * daterange(y.first_day, y.last_day, '[]') as life
              from assignment a left join unit u on u.code = a.unit cross join reporting_year y
              where a.indicator = any(?)
              group by a.indicator, y.year, a.unit, u.valid_from, u.valid_to, y.first_day, y.last_day
            ), contribution as (
              select * from unit_contribution where indicator = any(?) and regime = ? and year = any(?)
            ), handed_in as (
              select s.unit, p.year, max(p.period_to) as until
              from report_status s join period p on p.regime = s.regime and p.code = s.period
              where s.handed_in and s.regime = ? and p.year = any(?)
              group by s.unit, p.year
            )
            select indicator, year, %1$s as unit, days::text as days, life::text as life, c.basis, c.cut_off, c.annual, h.until, count(*) as units,
              sum(c.numerator) as numerator, sum(c.denominator) as denominator, sum(c.not_achieved) as not_achieved,
              sum(c.partly_achieved) as partly_achieved, sum(c.achieved) as achieved
            from responsibility r full join contribution c using (indicator, year, unit) left join handed_in h using (year, unit)
            %2$s
            group by indicator, year, %1$s, r.days, r.life, c.basis, c.cut_off, c.annual, h.until
            order by indicator, year, %1$s""";

    private static final String BY_STANDING = GROUPS.formatted("null::text", "");
    private static final String BY_UNIT = GROUPS.formatted("unit", "where unit > ?");

    private final DataSource database;

    UnitGroups(DataSource database) {
        this.database = database;
    }

    record Key(String indicator, int year) {
    }

    /** @param years reporting years of the regime */
    Map<Key, List<UnitGroup>> of(RegimeCode regime, Collection<String> indicators, List<ReportingYear> years) {
        Map<Key, List<UnitGroup>> groups = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepare(connection, BY_STANDING, regime, indicators, years);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Key key = new Key(row.getString("indicator"), row.getInt("year"));
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(group(row));
            }
            return groups;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /**
     * Reads the units one by one in the order of their codes, until enough are found.
     *
     * @param after the code after which to begin
     * @param found what becomes of a unit; empty if it is passed over
     */
    <T> List<T> select(Indicator indicator, ReportingYear year, String after, int most,
            Function<UnitGroup, Optional<T>> found) {
        List<T> selected = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepare(connection, BY_UNIT, indicator.plan().regime(),
                        List.of(indicator.code().value()), List.of(year))) {
            select.setString(10, after);
            try (ResultSet row = select.executeQuery()) {
                while (selected.size() < most && row.next()) {
                    found.apply(group(row)).ifPresent(selected::add);
                }
            }
            return selected;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, RegimeCode regime,
            Collection<String> indicators, List<ReportingYear> years) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        var codes = connection.createArrayOf("text", indicators.toArray());
        var numbers = connection.createArrayOf("int", years.stream().map(ReportingYear::year).toArray());
        select.setArray(1, numbers);
        select.setArray(2, connection.createArrayOf("date", years.stream().map(ReportingYear::firstDay).toArray()));
        select.setArray(3, connection.createArrayOf("date", years.stream().map(ReportingYear::lastDay).toArray()));
        select.setArray(4, codes);
        select.setArray(5, codes);
        select.setString(6, regime.value());
        select.setArray(7, numbers);
        select.setString(8, regime.value());
        select.setArray(9, numbers);
        return select;
    }

    private static UnitGroup group(ResultSet row) throws SQLException {
        String days = row.getString("days");
        return new UnitGroup(row.getString("unit"),
                days == null ? Optional.empty() : Optional.of(Responsibility.parse(days, row.getString("life"))),
                contribution(row), row.getObject("until", LocalDate.class), row.getLong("units"));
    }

    private static Optional<UnitGroup.Contribution> contribution(ResultSet row) throws SQLException {
        if (row.getString("basis") == null) {
            return Optional.empty();
        }
        var total = new ResultTotal(row.getLong("units"), integer(row, "numerator"), integer(row, "denominator"),
                row.getLong("not_achieved"), row.getLong("partly_achieved"), row.getLong("achieved"));
        return Optional.of(new UnitGroup.Contribution(row.getString("basis"), row.getObject("cut_off", LocalDate.class),
                row.getBoolean("annual"), total));
    }

    private static BigInteger integer(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value.toBigIntegerExact();
    }
}
