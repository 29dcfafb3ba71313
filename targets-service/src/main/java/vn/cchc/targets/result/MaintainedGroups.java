package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.unit.ResponsibilityChanging;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/**
 * Keeps the groups of units as they would be counted, so that a reader reads few rows however many units report. A transaction
 * that changes units touches them first: how they stood is counted then, how they stand when it settles, and the difference of
 * all of them is written at once, so the rows that many transactions share are locked for the shortest time.
 * <p>
 * A year is counted anew where that is not possible: after a change of the calendar, and after a rebuild.
 */
@ApplicationScoped
public class MaintainedGroups {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    // Few keys for many units: each lock takes memory until the end of the transaction, and a rebuild has all units.
    private static final String LOCK_UNITS = """
            select count(pg_advisory_xact_lock(hashtext('contributions'), key))
            from (select distinct abs(hashtext(unit) % 1024) as key from unnest(?::text[]) as u (unit) order by key) keys""";
    private static final String LOCK_GROUPS = """
            select set_config('cchc.unit_groups', 'maintained', true),
              pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0))""";
    private static final String TRY_LOCK_ALL = "select pg_try_advisory_xact_lock(hashtextextended('unit_group', 0)) as locked";

    private static final String MISSING = """
            select regime, year from (
              select regime, year from period union all
              select regime, generate_series(year_from, year_to) from plan) known
            where regime in (select regime from plan)
              and not exists (select from grouped_year g where g.regime = known.regime and g.year = known.year)
            group by regime, year
            order by abs(year - extract(year from current_date)), regime""";

    private static final String COUNT = """
            with scope as materialized (
              select distinct unit, regime, year, indicator
              from unnest(?::text[], ?::text[], ?::int[], ?::text[]) as given (unit, regime, year, indicator)
            ), unit_year as materialized (
              select s.unit, s.regime, s.year, y.first_day, y.last_day, daterange(u.valid_from, u.valid_to, '[]')
                * daterange(y.first_day, y.last_day, '[]') as life
              from (select distinct unit, regime, year from scope) s join grouped_year y using (regime, year)
                left join unit u on u.code = s.unit
            ), reported as materialized (
              select y.unit, y.regime, y.year,
                string_agg(daterange(p.period_from, p.period_to, '[]')::text, '' order by p.code) as handed_in
              from unit_year y join period p on p.regime = y.regime and p.year = y.year
                join report_status s on s.regime = p.regime and s.period = p.code and s.unit = y.unit
              where s.handed_in
              group by y.unit, y.regime, y.year
            ), excused as materialized (
              select u.unit, p.regime, p.year, string_agg(daterange(p.period_from, p.period_to, '[]')::text || '@' || e.new_deadline,
                '' order by p.code, e.new_deadline) as extended
              from (select distinct regime, year from unit_year) y join period p using (regime, year)
                join deadline_extension e on e.regime = p.regime and e.period = p.code and not e.revoked
                cross join unnest(e.units) as u (unit)
              where u.unit in (select unit from unit_year)
              group by u.unit, p.regime, p.year
            )
            select y.regime, y.year, g.indicator, (g.days * datemultirange(l.life))::text as responsible, l.life::text as existing,
              g.basis, g.cut_off, g.annual, coalesce(r.handed_in, '') as handed_in, coalesce(x.extended, '') as extended,
              count(*) as units, coalesce(sum(g.numerator), 0) as numerator, coalesce(sum(g.denominator), 0) as denominator,
              coalesce(sum(g.not_achieved), 0) as not_achieved, coalesce(sum(g.partly_achieved), 0) as partly_achieved,
              coalesce(sum(g.achieved), 0) as achieved
            from scope s join unit_year y using (unit, regime, year)
              left join reported r using (unit, regime, year) left join excused x using (unit, regime, year)
              cross join lateral (select coalesce(y.life, daterange(y.first_day, y.last_day, '[]')) as life) l
              cross join lateral (
                select indicator, a.days, c.basis, c.cut_off, c.annual, c.numerator, c.denominator, c.not_achieved,
                  c.partly_achieved, c.achieved
                from (
                  select indicator, range_agg(daterange(valid_from, valid_to, '[]')) as days
                  from assignment where unit = s.unit and %1$s
                  group by indicator) a
                  full join (
                    select * from unit_contribution
                    where unit = s.unit and regime = s.regime and year = s.year and %1$s) c using (indicator)) g
              join indicator i on i.code = g.indicator
              join plan on plan.code = i.plan and plan.regime = y.regime
            where g.basis is not null or not isempty(g.days * datemultirange(l.life))
            group by y.regime, y.year, g.indicator, responsible, existing, g.basis, g.cut_off, g.annual, r.handed_in, x.extended""";

    // A condition with a choice in it would be none for an index.
    private static final String COUNT_INDICATORS = COUNT.formatted("indicator = s.indicator");
    private static final String COUNT_UNITS = COUNT.formatted("(s.indicator is null or indicator = s.indicator)");

    // The same for all units of a year: indicator by indicator, because a join of all of them at once takes three times as long.
    private static final String COUNT_ALL = """
            insert into unit_group (regime, year, indicator, responsible, existing, basis, cut_off, annual, handed_in, extended, units,
              numerator, denominator, not_achieved, partly_achieved, achieved)
            with reporting_year as materialized (
              select regime, year, daterange(first_day, last_day, '[]') as days from grouped_year where regime = ? and year = ?
            ), reported as materialized (
              select s.unit, string_agg(daterange(p.period_from, p.period_to, '[]')::text, '' order by p.code) as handed_in
              from reporting_year y join period p using (regime, year)
                join report_status s on s.regime = p.regime and s.period = p.code
              where s.handed_in
              group by s.unit
            ), excused as materialized (
              select u.unit, string_agg(daterange(p.period_from, p.period_to, '[]')::text || '@' || e.new_deadline, ''
                order by p.code, e.new_deadline) as extended
              from reporting_year y join period p using (regime, year)
                join deadline_extension e on e.regime = p.regime and e.period = p.code and not e.revoked
                cross join unnest(e.units) as u (unit)
              group by u.unit
            ), unit_year as materialized (
              select unit, daterange(u.valid_from, u.valid_to, '[]') * y.days as life, r.handed_in, x.extended
              from (select code as unit, valid_from, valid_to from unit) u full join reported r using (unit)
                full join excused x using (unit) cross join reporting_year y
            )
            select y.regime, y.year, i.code as indicator, g.*
            from reporting_year y join plan on plan.regime = y.regime join indicator i on i.plan = plan.code
            cross join lateral (
              select (a.days * datemultirange(l.life))::text as responsible, l.life::text as existing, c.basis, c.cut_off, c.annual,
                coalesce(u.handed_in, '') as handed_in, coalesce(u.extended, '') as extended, count(*) as units,
                coalesce(sum(c.numerator), 0) as numerator, coalesce(sum(c.denominator), 0) as denominator,
                coalesce(sum(c.not_achieved), 0) as not_achieved, coalesce(sum(c.partly_achieved), 0) as partly_achieved,
                coalesce(sum(c.achieved), 0) as achieved
              from (
                  select unit, range_agg(daterange(valid_from, valid_to, '[]')) as days
                  from assignment where indicator = i.code group by unit) a
                full join (
                  select * from unit_contribution where indicator = i.code and regime = y.regime and year = y.year) c using (unit)
                left join unit_year u using (unit)
                cross join lateral (select coalesce(u.life, y.days) as life) l
              where c.basis is not null or not isempty(a.days * datemultirange(l.life))
              group by responsible, existing, c.basis, c.cut_off, c.annual, u.handed_in, u.extended) g""";

    private static final String CHANGE = """
            insert into unit_group (regime, year, indicator, responsible, existing, basis, cut_off, annual, handed_in, extended, units,
              numerator, denominator, not_achieved, partly_achieved, achieved)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (regime, year, indicator, standing) do update set units = unit_group.units + excluded.units,
              numerator = unit_group.numerator + excluded.numerator, denominator = unit_group.denominator + excluded.denominator,
              not_achieved = unit_group.not_achieved + excluded.not_achieved,
              partly_achieved = unit_group.partly_achieved + excluded.partly_achieved,
              achieved = unit_group.achieved + excluded.achieved""";
    private static final String REMOVE_EMPTY = """
            delete from unit_group where regime = any(?) and year = any(?) and indicator = any(?) and units = 0""";

    private static final String READ = """
            select y.year, g.*
            from unnest(?::int[], ?::date[], ?::date[]) as wanted (year, first_day, last_day)
              join grouped_year y on y.regime = ? and y.year = wanted.year and y.first_day = wanted.first_day
                and y.last_day = wanted.last_day
              left join unit_group g on g.regime = y.regime and g.year = y.year and g.indicator = any(?)""";

    private final DataSource connections;
    private final EntityManager database;
    private final Periods periods;
    private final TouchedUnits touched;

    MaintainedGroups(DataSource connections, EntityManager database, Periods periods, TouchedUnits touched) {
        this.connections = connections;
        this.database = database;
        this.periods = periods;
        this.touched = touched;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(INTERVAL, "The groups of a year cannot be counted", this::countMissing);
    }

    /** Until the transaction ends, no other transaction changes these units' figures, reports or responsibility. */
    @Transactional(TxType.MANDATORY)
    public void lock(Collection<UnitCode> units) {
        query(LOCK_GROUPS, statement -> {
        }, row -> null);
        query(LOCK_UNITS, statement -> statement.setArray(1, texts(statement, units, UnitCode::value)), row -> null);
    }

    /** For the begin of a change. */
    @Transactional(TxType.MANDATORY)
    public void touch(Collection<UnitScope> scopes) {
        Set<UnitScope> added = new HashSet<>(scopes);
        added.removeAll(touched.scopes());
        lock(added.stream().map(UnitScope::unit).collect(Collectors.toSet()));
        count(added).forEach(counted -> touched.add(counted.group(), counted.total().negated()));
        touched.scopes().addAll(added);
    }

    void onResponsibilityChanging(@Observes ResponsibilityChanging changing) {
        lock(changing.units());
        List<Year> years = query("select regime, year from grouped_year", statement -> {
        }, Year::of);
        touch(changing.units().stream()
                .flatMap(unit -> years.stream().map(year -> new UnitScope(unit, year.regime(), year.year(), null))).toList());
    }

    /** For the end of a change. */
    @Transactional(TxType.MANDATORY)
    public void settle() {
        database.flush();
        count(touched.scopes()).forEach(counted -> touched.add(counted.group(), counted.total()));
        write(touched.differences());
        touched.clear();
    }

    /** The groups of those of the years that are counted. */
    Reading read(RegimeCode regime, Collection<IndicatorCode> indicators, List<ReportingYear> years, LocalDate day) {
        Map<String, IndicatorCode> codes = indicators.stream()
                .collect(Collectors.toMap(IndicatorCode::value, Function.identity()));
        Reading reading = new Reading(new HashSet<>(), new HashMap<>());
        query(READ, statement -> {
            statement.setArray(1, array(statement, "int", years, ReportingYear::year));
            statement.setArray(2, array(statement, "date", years, ReportingYear::firstDay));
            statement.setArray(3, array(statement, "date", years, ReportingYear::lastDay));
            statement.setString(4, regime.value());
            statement.setArray(5, texts(statement, indicators, IndicatorCode::value));
        }, row -> reading.add(row, codes, day));
        return reading;
    }

    /** @param years those whose groups are counted */
    record Reading(Set<Integer> years, Map<UnitGroups.Key, List<UnitGroup>> groups) {

        private Void add(ResultSet row, Map<String, IndicatorCode> codes, LocalDate day) throws SQLException {
            int year = row.getInt("year");
            years.add(year);
            String indicator = row.getString("indicator");
            if (indicator != null) {
                groups.computeIfAbsent(new UnitGroups.Key(codes.get(indicator), year), any -> new ArrayList<>())
                        .add(UnitGroup.of(CountedUnits.of(row), CountedUnits.total(row), day));
            }
            return null;
        }
    }

    private void countMissing() {
        for (Year year : QuarkusTransaction.requiringNew().call(() -> query(MISSING, statement -> {
        }, Year::of))) {
            QuarkusTransaction.requiringNew().timeout((int) TIMEOUT.toSeconds()).run(() -> countAll(year));
        }
    }

    /** Does nothing while a rebuild or another change is under way. */
    private void countAll(Year year) {
        if (!query(TRY_LOCK_ALL, statement -> {
        }, row -> row.getBoolean("locked")).contains(true)) {
            return;
        }
        ReportingYear reporting = periods.year(year.regime(), year.year());
        update("delete from unit_group where regime = ? and year = ?", year::set);
        update("insert into grouped_year (regime, year, first_day, last_day) values (?, ?, ?, ?) on conflict do nothing",
                statement -> {
                    year.set(statement);
                    statement.setObject(3, reporting.firstDay());
                    statement.setObject(4, reporting.lastDay());
                });
        update(COUNT_ALL, year::set);
    }

    private record Year(RegimeCode regime, int year) {

        static Year of(ResultSet row) throws SQLException {
            return new Year(new RegimeCode(row.getString("regime")), row.getInt("year"));
        }

        void set(PreparedStatement statement) throws SQLException {
            statement.setString(1, regime.value());
            statement.setInt(2, year);
        }
    }

    private record Counted(CountedUnits group, ResultTotal total) {
    }

    private List<Counted> count(Collection<UnitScope> scopes) {
        if (scopes.isEmpty()) {
            return List.of();
        }
        boolean whole = scopes.stream().anyMatch(scope -> scope.indicator() == null);
        return query(whole ? COUNT_UNITS : COUNT_INDICATORS, statement -> {
            statement.setArray(1, texts(statement, scopes, scope -> scope.unit().value()));
            statement.setArray(2, texts(statement, scopes, scope -> scope.regime().value()));
            statement.setArray(3, array(statement, "int", scopes, UnitScope::year));
            statement.setArray(4, texts(statement, scopes,
                    scope -> scope.indicator() == null ? null : scope.indicator().value()));
        }, row -> new Counted(CountedUnits.of(row), CountedUnits.total(row)));
    }

    private void write(Map<CountedUnits, ResultTotal> differences) {
        List<CountedUnits> changed = differences.keySet().stream()
                .filter(group -> !differences.get(group).equals(ResultTotal.NONE))
                .sorted(CountedUnits.ORDER).toList();
        if (changed.isEmpty()) {
            return;
        }
        try (Connection connection = connections.getConnection();
                PreparedStatement change = connection.prepareStatement(CHANGE)) {
            for (CountedUnits group : changed) {
                set(change, group, differences.get(group));
                change.addBatch();
            }
            change.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
        update(REMOVE_EMPTY, statement -> {
            statement.setArray(1, texts(statement, Set.copyOf(changed), CountedUnits::regime));
            statement.setArray(2, array(statement, "int", Set.copyOf(changed), CountedUnits::year));
            statement.setArray(3, texts(statement, Set.copyOf(changed), CountedUnits::indicator));
        });
    }

    private static void set(PreparedStatement change, CountedUnits group, ResultTotal total) throws SQLException {
        change.setString(1, group.regime());
        change.setInt(2, group.year());
        change.setString(3, group.indicator());
        change.setString(4, group.responsible());
        change.setString(5, group.existing());
        change.setString(6, group.basis());
        change.setObject(7, group.cutOff());
        change.setObject(8, group.annual());
        change.setString(9, group.handedIn());
        change.setString(10, group.extended());
        change.setLong(11, total.units());
        change.setBigDecimal(12, new BigDecimal(total.numerator()));
        change.setBigDecimal(13, new BigDecimal(total.denominator()));
        change.setLong(14, total.notAchieved());
        change.setLong(15, total.partlyAchieved());
        change.setLong(16, total.achieved());
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Parameters parameters, Row<T> reader) {
        try (Connection connection = connections.getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private void update(String sql, Parameters parameters) {
        try (Connection connection = connections.getConnection(); PreparedStatement update = connection.prepareStatement(sql)) {
            parameters.set(update);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private static <T> Array texts(PreparedStatement statement, Collection<T> of, Function<T, String> value)
            throws SQLException {
        return array(statement, "text", of, value::apply);
    }

    private static <T> Array array(PreparedStatement statement, String type, Collection<T> of, Function<T, Object> value)
            throws SQLException {
        return statement.getConnection().createArrayOf(type, of.stream().map(value).toArray());
    }
}
