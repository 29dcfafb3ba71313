package vn.cchc.targets.result;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import vn.cchc.values.RegimeCode;

/** Counts units by how they stand, in the years that are counted. */
@ApplicationScoped
class UnitCounts {

    // Of the units of the table scope, which %1$s begins with, what the query %2$s finds for each.
    private static final String COUNT = """
            with %1$s, unit_year as materialized (
              select s.unit, s.regime, s.year, y.first_day, y.last_day, daterange(u.valid_from, u.valid_to, '[]')
                * daterange(y.first_day, y.last_day, '[]') as life
              from (select distinct unit, regime, year from scope) s join grouped_year y using (regime, year)
                left join unit u on u.code = s.unit
              where s.unit <= y.counted_to
            ), reported as materialized (
              select y.unit, y.regime, y.year,
                string_agg(cast(daterange(p.period_from, p.period_to, '[]') as text), '' order by p.code) as handed_in
              from unit_year y join period p on p.regime = y.regime and p.year = y.year
                join report_status s on s.regime = p.regime and s.period = p.code and s.unit = y.unit
              where s.handed_in
              group by y.unit, y.regime, y.year
            ), excused as materialized (
              select u.unit, p.regime, p.year, string_agg(
                cast(daterange(p.period_from, p.period_to, '[]') as text) || '@' || e.new_deadline, '' order by p.code, e.new_deadline)
                as extended
              from (select distinct regime, year from unit_year) y join period p using (regime, year)
                join deadline_extension e on e.regime = p.regime and e.period = p.code and not e.revoked
                cross join unnest(e.units) as u (unit)
              where u.unit in (select unit from unit_year)
              group by u.unit, p.regime, p.year
            )
            select y.regime, y.year, g.indicator, cast(g.days * datemultirange(l.life) as text) as responsible,
              cast(l.life as text) as existing, g.basis, g.cut_off, g.annual, coalesce(r.handed_in, '') as handed_in,
              coalesce(x.extended, '') as extended, sum(g.sign) as units, coalesce(sum(g.sign * g.numerator), 0) as numerator,
              coalesce(sum(g.sign * g.denominator), 0) as denominator, coalesce(sum(g.sign * g.not_achieved), 0) as not_achieved,
              coalesce(sum(g.sign * g.partly_achieved), 0) as partly_achieved, coalesce(sum(g.sign * g.achieved), 0) as achieved
            from scope s join unit_year y using (unit, regime, year)
              left join reported r using (unit, regime, year) left join excused x using (unit, regime, year)
              cross join lateral (select coalesce(y.life, daterange(y.first_day, y.last_day, '[]')) as life) l
              cross join lateral (%2$s) g
              join indicator i on i.code = g.indicator
              join plan on plan.code = i.plan and plan.regime = y.regime
            where g.basis is not null or not isempty(g.days * datemultirange(l.life))
            group by y.regime, y.year, g.indicator, responsible, existing, g.basis, g.cut_off, g.annual, r.handed_in, x.extended""";

    private static final String UNITS = """
            scope as materialized (
              select * from jsonb_to_recordset(cast(:scopes as jsonb)) as given (unit text, regime text, year int)
            )""";
    private static final String OF_UNIT = """
            select 1 as sign, indicator, a.days, c.basis, c.cut_off, c.annual, c.numerator, c.denominator, c.not_achieved,
              c.partly_achieved, c.achieved
            from (
              select indicator, range_agg(daterange(valid_from, valid_to, '[]')) as days
              from assignment where unit = s.unit
              group by indicator) a
              full join (
                select * from unit_contribution where unit = s.unit and regime = s.regime and year = s.year) c using (indicator)""";
    private static final String COUNT_UNITS = COUNT.formatted(UNITS, OF_UNIT);

    // The count sees the contributions as they were before this statement, and the rows that replace them.
    private static final String REPLACEMENT = """
            scope as materialized (
              select * from jsonb_to_recordset(cast(:rows as jsonb)) as given (indicator text, plan text, regime text, year int,
                unit text, basis text, cut_off date, annual boolean, numerator numeric, denominator numeric, not_achieved int,
                partly_achieved int, achieved int, touched boolean)
            ), removed as (
              delete from unit_contribution c using scope s
              where s.basis is null and c.indicator = s.indicator and c.regime = s.regime and c.year = s.year and c.unit = s.unit
            ), replaced as (
              insert into unit_contribution (indicator, plan, regime, year, unit, basis, cut_off, annual, numerator, denominator,
                not_achieved, partly_achieved, achieved)
              select indicator, plan, regime, year, unit, basis, cut_off, annual, numerator, denominator, not_achieved,
                partly_achieved, achieved
              from scope where basis is not null
              on conflict (indicator, regime, year, unit) do update set
                basis = excluded.basis, cut_off = excluded.cut_off, annual = excluded.annual, numerator = excluded.numerator,
                denominator = excluded.denominator, not_achieved = excluded.not_achieved,
                partly_achieved = excluded.partly_achieved, achieved = excluded.achieved
            )""";
    private static final String BEFORE_AND_AFTER = """
            select c.sign, s.indicator, a.days, c.basis, c.cut_off, c.annual, c.numerator, c.denominator, c.not_achieved,
              c.partly_achieved, c.achieved
            from (
                select 1 as sign, s.basis, s.cut_off, s.annual, s.numerator, s.denominator, s.not_achieved, s.partly_achieved,
                  s.achieved
                union all
                select -1, c.basis, c.cut_off, c.annual, c.numerator, c.denominator, c.not_achieved, c.partly_achieved, c.achieved
                from (select) one left join unit_contribution c
                  on c.indicator = s.indicator and c.regime = s.regime and c.year = s.year and c.unit = s.unit) c
              cross join (
                select range_agg(daterange(valid_from, valid_to, '[]')) as days
                from assignment where indicator = s.indicator and unit = s.unit) a
            where not s.touched""";
    private static final String REPLACE = COUNT.formatted(REPLACEMENT, BEFORE_AND_AFTER);

    // The same for some units of a year: indicator by indicator, because a join of all of them at once takes three times as long.
    private static final String ADD_RANGE = """
            insert into unit_group (regime, year, indicator, responsible, existing, basis, cut_off, annual, handed_in, extended, units,
              numerator, denominator, not_achieved, partly_achieved, achieved)
            with reporting_year as materialized (
              select regime, year, daterange(first_day, last_day, '[]') as days from grouped_year where regime = :regime and year = :year
            ), reported as materialized (
              select s.unit, string_agg(cast(daterange(p.period_from, p.period_to, '[]') as text), '' order by p.code) as handed_in
              from reporting_year y join period p using (regime, year)
                join report_status s on s.regime = p.regime and s.period = p.code
              where s.handed_in and s.unit > :after and s.unit <= :to
              group by s.unit
            ), excused as materialized (
              select u.unit, string_agg(cast(daterange(p.period_from, p.period_to, '[]') as text) || '@' || e.new_deadline, ''
                order by p.code, e.new_deadline) as extended
              from reporting_year y join period p using (regime, year)
                join deadline_extension e on e.regime = p.regime and e.period = p.code and not e.revoked
                cross join unnest(e.units) as u (unit)
              where u.unit > :after and u.unit <= :to
              group by u.unit
            ), unit_year as materialized (
              select unit, daterange(u.valid_from, u.valid_to, '[]') * y.days as life, r.handed_in, x.extended
              from (select code as unit, valid_from, valid_to from unit where code > :after and code <= :to) u full join reported r using (unit)
                full join excused x using (unit) cross join reporting_year y
            )
            select y.regime, y.year, i.code as indicator, g.*
            from reporting_year y join plan on plan.regime = y.regime join indicator i on i.plan = plan.code
            cross join lateral (
              select cast(a.days * datemultirange(l.life) as text) as responsible, cast(l.life as text) as existing, c.basis, c.cut_off, c.annual,
                coalesce(u.handed_in, '') as handed_in, coalesce(u.extended, '') as extended, count(*) as units,
                coalesce(sum(c.numerator), 0) as numerator, coalesce(sum(c.denominator), 0) as denominator,
                coalesce(sum(c.not_achieved), 0) as not_achieved, coalesce(sum(c.partly_achieved), 0) as partly_achieved,
                coalesce(sum(c.achieved), 0) as achieved
              from (
                  select unit, range_agg(daterange(valid_from, valid_to, '[]')) as days
                  from assignment where indicator = i.code and unit > :after and unit <= :to group by unit) a
                full join (
                  select * from unit_contribution
                  where indicator = i.code and regime = y.regime and year = y.year and unit > :after and unit <= :to) c using (unit)
                left join unit_year u using (unit)
                cross join lateral (select coalesce(u.life, y.days) as life) l
              where c.basis is not null or not isempty(a.days * datemultirange(l.life))
              group by responsible, existing, c.basis, c.cut_off, c.annual, u.handed_in, u.extended) g
            """
            + GroupRows.ADD;

    private final EntityManager database;

    UnitCounts(EntityManager database) {
        this.database = database;
    }

    /** A pending change of the transaction is not counted. */
    Map<CountedUnits, ResultTotal> of(Collection<UnitScope> scopes) {
        return scopes.isEmpty() ? Map.of()
                : read(database.createNativeQuery(COUNT_UNITS, Tuple.class)
                        .setParameter("scopes", TableRows.of(scopes.stream().map(Scope::of).toList())));
    }

    private record Scope(String unit, String regime, int year) {

        static Scope of(UnitScope scope) {
            return new Scope(scope.unit().value(), scope.regime().value(), scope.year());
        }
    }

    /** Replaces what units contribute. Returns by how much the counts of the untouched ones change. */
    Map<CountedUnits, ResultTotal> replace(Collection<ContributionRow> rows) {
        return read(database.createNativeQuery(REPLACE, Tuple.class).setParameter("rows", TableRows.of(rows)));
    }

    @SuppressWarnings("unchecked")
    private static Map<CountedUnits, ResultTotal> read(Query query) {
        Map<CountedUnits, ResultTotal> counts = new HashMap<>();
        ((List<Tuple>) query.setFlushMode(FlushModeType.COMMIT).getResultList())
                .forEach(row -> counts.put(CountedUnits.of(row), CountedUnits.total(row)));
        return counts;
    }

    /** Adds the units of a year whose codes are in a range. */
    void addRange(RegimeCode regime, int year, String after, String to) {
        database.createNativeQuery(ADD_RANGE).setParameter("regime", regime.value()).setParameter("year", year)
                .setParameter("after", after).setParameter("to", to).executeUpdate();
    }
}
