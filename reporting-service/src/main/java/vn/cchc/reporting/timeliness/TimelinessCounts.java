package vn.cchc.reporting.timeliness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Counts the expected reports of any number of units with one statement. What is expected is as in the view
 * {@code expected_report}, which joins row by row where hundreds of thousands are counted.
 */
@ApplicationScoped
class TimelinessCounts {

    /**
     * The periods, and what stood below the parent in each. A unit belongs to one parent: the one of its last day in the
     * window, as in the roll-up of figures. Without {@code materialized} the tree would be joined anew for each of its rows.
     */
    private static final String WANTED = """
            with recursive wanted as materialized (
              select p.code, p.year, p.window_from, p.window_to, p.annual, p.unit_deadline from period p
              where p.regime = :regime and not p.cancelled and (cast(:year as int) is null or p.year = :year)
                and case when cast(:period as text) is null then p.window_to <= :today else p.code = :period end
                and p.version = (select max(version) from period v where v.regime = p.regime and v.code = p.code)
            ), placed as materialized (
              select p.code as period, u.code as unit, case when f.unit is not null then f.parent
                when :tree = 'REPORTING' then u.reporting_parent else u.parent end as parent
              from wanted p join unit u on (u.valid_from is null or u.valid_from <= p.window_to)
                  and (u.valid_to is null or u.valid_to >= p.window_from)
                left join unit_parent f on f.unit = u.code and f.tree = :tree
                  and (f.valid_from is null or f.valid_from <= least(u.valid_to, p.window_to))
                  and (f.valid_to is null or f.valid_to >= least(u.valid_to, p.window_to))
              where cast(:parent as text) is not null or :groupBy = 'PARENT'
            ), below as (
              select code as period, cast(:parent as text) as unit from wanted where cast(:parent as text) is not null
              union select p.period, p.unit from placed p join below b on b.period = p.period and b.unit = p.parent
            )""";

    /** The columns of a duty, with the unit's report for a period if there is one. */
    private static final String DUTY = """
            select p.code as period, p.year, p.window_to, p.annual, d.unit, d.flow, d.cut_off, d.annual as whole_years,
              daterange(u.valid_from, u.valid_to, '[]') as life, daterange(p.window_from, p.window_to, '[]') as days,
              p.unit_deadline as original_deadline, greatest(p.unit_deadline, e.new_deadline) as deadline, r.closed_at,
              cast(r.first_submitted_at at time zone :zone as date) as submitted_on,
              r.first_submitted_at is not null and (r.accepted_version is not null or r.state <> 'WITHDRAWN') as received,
              r.accepted_version is not null as accepted""";

    private static final String IS_EXPECTED = """
            duty.closed_at is null and (duty.flow && (duty.life * duty.days) or duty.life @> duty.window_to
              and (duty.cut_off @> duty.window_to or duty.annual and duty.whole_years @> duty.window_to))""";

    private static final String COUNTS = """
            count(*) as expected, count(*) filter (where received) as received, count(*) filter (where accepted) as accepted,
            count(*) filter (where received and submitted_on <= original_deadline) as on_time,
            count(*) filter (where received is not true and original_deadline < :today) as missing,
            count(*) filter (where received and submitted_on <= deadline) as on_time_excused,
            count(*) filter (where received is not true and deadline < :today) as missing_excused""";

    /**
     * {@code offset 0}: what decides on a duty is examined after the joins, because the planner takes it for very selective.
     */
    private static final String OF_GROUPS = """
            %s, expected as (
              select duty.* from wanted p cross join lateral (
                %s
                from reporting_duty d join unit u on u.code = d.unit
                  left join report r on r.regime = :regime and r.period = p.code and r.unit = d.unit
                  left join (
                    select unit, max(new_deadline) as new_deadline from extension x cross join unnest(units) as unit
                    where x.regime = :regime and x.period = p.code and x.revoked_at is null group by unit
                  ) e on e.unit = d.unit
                where d.regime = :regime and (cast(:unit as text) is null or d.unit = :unit)
                offset 0) duty
              where %s and (cast(:parent as text) is null or (duty.period, duty.unit) in (select period, unit from below))
            ), counted as (
              select case :groupBy when 'PARENT' then coalesce(l.parent, e.unit) when 'YEAR' then cast(e.year as text)
                  else e.period end as key,
                %s
              from expected e left join placed l on :groupBy = 'PARENT' and l.period = e.period and l.unit = e.unit
              group by key
            )
            select c.key, u.name, c.expected, c.received, c.accepted, c.on_time, c.missing, c.on_time_excused, c.missing_excused
            from counted c left join unit u on :groupBy = 'PARENT' and u.code = c.key
            where c.key > :after order by c.key limit :rows""".formatted(WANTED, DUTY, IS_EXPECTED, COUNTS);

    /** Reads only the units of the page, in the order of the key of their duties. */
    private static final String OF_UNITS = """
            %s
            select d.unit, u.name, c.* from reporting_duty d join unit u on u.code = d.unit cross join lateral (
              select %s
              from (
                %s
                from wanted p left join report r on r.regime = :regime and r.period = p.code and r.unit = d.unit
                  left join lateral (
                    select max(new_deadline) as new_deadline from extension x where x.regime = :regime and x.period = p.code
                      and x.revoked_at is null and x.units @> array[cast(d.unit as varchar)]
                  ) e on true
                where cast(:parent as text) is null or (p.code, d.unit) in (select period, unit from below)
              ) duty where %s) c
            where d.regime = :regime and d.unit > :after and (cast(:unit as text) is null or d.unit = :unit)
              and (cast(:parent as text) is null or d.unit in (select unit from below)) and c.expected > 0
            order by d.unit limit :rows""".formatted(WANTED, COUNTS, DUTY, IS_EXPECTED);

    private final Session session;
    private final Clock clock;

    TimelinessCounts(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** @param after the key after which the counts begin, in the order of their keys */
    List<TimelinessCount> after(String after, TimelinessFilter filter, int rows) {
        boolean ofUnits = filter.groupBy == Grouping.UNIT;
        var query = session.createNativeQuery(ofUnits ? OF_UNITS : OF_GROUPS, TimelinessCount.class)
                .setParameter("zone", clock.getZone().getId())
                .setParameter("today", LocalDate.now(clock)).setParameter("regime", filter.regime.value())
                .setParameter("period", text(filter.period)).setParameter("year", filter.year, Integer.class)
                .setParameter("unit", text(filter.unit)).setParameter("parent", text(filter.parent))
                .setParameter("tree", filter.tree.name()).setParameter("groupBy", filter.groupBy.name())
                .setParameter("after", after).setParameter("rows", rows);
        return query.getResultList();
    }

    private static String text(Object code) {
        return Objects.toString(code, null);
    }
}
