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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.targets.history.PastMoment;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** Reads the units' states for indicators, in one statement for any number of units, indicators and years. */
@ApplicationScoped
class UnitGroups {

    // Each indicator is read by itself in the order of its indexes: with 53,000 units, a join of all of them at once spills to
    // disk. The periods that a unit has handed in, or for which its deadline is extended, are gathered as bits, because sorted
    // lists of them take three times as long.
    private static final String GROUPS = """
            with reporting_year as (
              select * from unnest(?::int[], ?::date[], ?::date[]) as y (year, first_day, last_day)
            ), reporting_period as (
              select regime, code, year, daterange(period_from, period_to, '[]')::text as days,
                set_bit(repeat('0', count(*) over (partition by year)::int)::varbit,
                  row_number() over (partition by year)::int - 1, 1) as bit
              from period where regime = ? and year = any(?)
            ), handed_in as materialized (
              select s.unit, p.year, bit_or(p.bit) as periods
              from (select regime, period, unit from report_status where handed_in
                  union select e.regime, e.period, u.unit from deadline_extension e cross join unnest(e.units) as u (unit)
                  where not e.revoked and e.new_deadline >= ?) s
                join reporting_period p on p.regime = s.regime and p.code = s.period
              group by s.unit, p.year
            ), handed_in_days as materialized (
              select year, h.periods, string_agg(p.days, '') as days
              from (select distinct year, periods from handed_in) h join reporting_period p using (year)
              where p.bit & h.periods = p.bit
              group by year, h.periods
            ), unit_year as materialized (
              select unit as code, year, u.life, d.days as handed_in
              from (select code as unit, year,
                  daterange(valid_from, valid_to, '[]') * daterange(first_day, last_day, '[]') as life
                from unit cross join reporting_year) u
                full join handed_in h using (unit, year)
                left join handed_in_days d using (year, periods)
            )
            select i.indicator, y.year, g.*, (g.days * datemultirange(l.life))::text as responsible, l.life::text as existing
            from unnest(?::text[]) as i (indicator) cross join reporting_year y cross join lateral (
              select %1$s as unit, r.days, u.life, c.basis, c.cut_off, c.annual, u.handed_in, count(*) as units,
                sum(c.numerator) as numerator, sum(c.denominator) as denominator, sum(c.not_achieved) as not_achieved,
                sum(c.partly_achieved) as partly_achieved, sum(c.achieved) as achieved
              from (
                  select unit, range_agg(daterange(valid_from, valid_to, '[]')) as days
                  from assignment where indicator = i.indicator group by unit) r
                full join (
                  select * from unit_contribution
                  where indicator = i.indicator and regime = ? and year = y.year) c using (unit)
                left join unit_year u on u.code = r.unit and u.year = y.year
              %2$s
              group by %1$s, r.days, u.life, c.basis, c.cut_off, c.annual, u.handed_in) g
            cross join lateral (select coalesce(g.life, daterange(y.first_day, y.last_day, '[]')) as life) l
            %3$s""";

    private static final String BY_STANDING = GROUPS.formatted("null::text", "", "");
    private static final String BY_UNIT = GROUPS.formatted("unit", "where unit > ?", "order by unit");

    private final DataSource database;
    private final PastContributions contributions;
    private final GroupRows maintained;
    private final PastMoment past;

    UnitGroups(DataSource database, PastContributions contributions, GroupRows maintained, PastMoment past) {
        this.database = database;
        this.contributions = contributions;
        this.maintained = maintained;
        this.past = past;
    }

    record Key(IndicatorCode indicator, int year) {
    }

    /**
     * @param years reporting years of the regime
     * @param day the day on which an extended deadline is past or not
     */
    Map<Key, List<UnitGroup>> of(RegimeCode regime, Collection<IndicatorCode> indicators, List<ReportingYear> years,
            LocalDate day) {
        if (past.isRead()) {
            contributions.derive(regime, Set.copyOf(indicators));
            return count(regime, indicators, years, day);
        }
        GroupRows.Reading reading = maintained.read(regime, indicators, years, day);
        List<ReportingYear> others = years.stream().filter(year -> !reading.years().contains(year.year())).toList();
        Map<Key, List<UnitGroup>> groups = new HashMap<>(reading.groups());
        groups.putAll(count(regime, indicators, others, day));
        return groups;
    }

    /** Where nothing is maintained: in the past, and while a year is to be counted anew. */
    private Map<Key, List<UnitGroup>> count(RegimeCode regime, Collection<IndicatorCode> indicators, List<ReportingYear> years,
            LocalDate day) {
        Map<Key, List<UnitGroup>> groups = new HashMap<>();
        if (years.isEmpty()) {
            return groups;
        }
        // There are many rows of few indicators.
        Map<String, IndicatorCode> codes = indicators.stream()
                .collect(Collectors.toMap(IndicatorCode::value, Function.identity()));
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepare(connection, BY_STANDING, regime, indicators, years, day);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Key key = new Key(codes.get(row.getString("indicator")), row.getInt("year"));
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
     * @param day the day on which an extended deadline is past or not
     * @param after the code after which to begin
     * @param wanted whether a unit, read as a group of one, is selected
     */
    Map<UnitCode, UnitGroup> select(Indicator indicator, ReportingYear year, LocalDate day, String after, int most,
            Predicate<UnitGroup> wanted) {
        contributions.derive(indicator.plan().regime(), Set.of(indicator.code()));
        Map<UnitCode, UnitGroup> selected = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepare(connection, BY_UNIT, indicator.plan().regime(),
                        List.of(indicator.code()), List.of(year), day)) {
            select.setString(9, after);
            try (ResultSet row = select.executeQuery()) {
                while (selected.size() < most && row.next()) {
                    UnitGroup unit = group(row);
                    if (wanted.test(unit)) {
                        selected.put(new UnitCode(row.getString("unit")), unit);
                    }
                }
            }
            return selected;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, RegimeCode regime,
            Collection<IndicatorCode> indicators, List<ReportingYear> years, LocalDate day) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        var numbers = connection.createArrayOf("int", years.stream().map(ReportingYear::year).toArray());
        select.setArray(1, numbers);
        select.setArray(2, connection.createArrayOf("date", years.stream().map(ReportingYear::firstDay).toArray()));
        select.setArray(3, connection.createArrayOf("date", years.stream().map(ReportingYear::lastDay).toArray()));
        select.setString(4, regime.value());
        select.setArray(5, numbers);
        select.setObject(6, day);
        select.setArray(7, connection.createArrayOf("text", indicators.stream().map(IndicatorCode::value).toArray()));
        select.setString(8, regime.value());
        return select;
    }

    private static UnitGroup group(ResultSet row) throws SQLException {
        String days = row.getString("responsible");
        return new UnitGroup(
                days == null ? Optional.empty() : Optional.of(Responsibility.parse(days, row.getString("existing"))),
                contribution(row), Responsibility.ranges(row.getString("handed_in")), row.getLong("units"));
    }

    private static Optional<UnitGroup.GroupContribution> contribution(ResultSet row) throws SQLException {
        if (row.getString("basis") == null) {
            return Optional.empty();
        }
        var total = new ResultTotal(row.getLong("units"), integer(row, "numerator"), integer(row, "denominator"),
                row.getLong("not_achieved"), row.getLong("partly_achieved"), row.getLong("achieved"));
        return Optional.of(new UnitGroup.GroupContribution(row.getString("basis"), row.getObject("cut_off", LocalDate.class),
                row.getBoolean("annual"), total));
    }

    private static BigInteger integer(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value.toBigIntegerExact();
    }
}
