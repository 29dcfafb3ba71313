package vn.cchc.reporting.timeliness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** Counts the expected reports of any number of units with one statement. */
@ApplicationScoped
class TimelinessCounts {

    /** A unit belongs to one parent: the one of its last day in the window, as in the roll-up of figures. */
    private static final String COUNTS = """
            with recursive expected as materialized (
              select e.*, cast(r.first_submitted_at at time zone :zone as date) as submitted_on,
                r.first_submitted_at is not null and (r.accepted_version is not null or r.state <> 'WITHDRAWN') as received,
                r.accepted_version is not null as accepted
              from expected_report e left join report r on r.regime = e.regime and r.period = e.period and r.unit = e.unit
              where e.regime = :regime and (cast(:year as int) is null or e.year = :year)
                and (cast(:unit as text) is null or e.unit = :unit)
                and case when cast(:period as text) is null then e.window_to <= :today else e.period = :period end
            ), placed as (
              select p.period, u.code as unit, case when f.unit is not null then f.parent
                when :tree = 'REPORTING' then u.reporting_parent else u.parent end as parent
              from (select distinct period, window_from, window_to from expected) p cross join unit u
                left join unit_parent f on f.unit = u.code and f.tree = :tree
                  and (f.valid_from is null or f.valid_from <= least(u.valid_to, p.window_to))
                  and (f.valid_to is null or f.valid_to >= least(u.valid_to, p.window_to))
              where (u.valid_from is null or u.valid_from <= p.window_to)
                and (u.valid_to is null or u.valid_to >= p.window_from)
            ), below as (
              select distinct period, cast(:parent as text) as unit from expected where cast(:parent as text) is not null
              union select p.period, p.unit from placed p join below b on b.period = p.period and b.unit = p.parent
            ), grouped as (
              select e.*, case :groupBy when 'UNIT' then e.unit when 'PARENT' then coalesce(p.parent, e.unit)
                when 'YEAR' then cast(e.year as text) else e.period end as key
              from expected e left join placed p on :groupBy = 'PARENT' and p.period = e.period and p.unit = e.unit
                left join below b on b.period = e.period and b.unit = e.unit
              where cast(:parent as text) is null or b.unit is not null
            ), counted as (
              select key, count(*) as expected, count(*) filter (where received) as received,
                count(*) filter (where accepted) as accepted,
                count(*) filter (where received and submitted_on <= original_deadline) as on_time,
                count(*) filter (where received is not true and original_deadline < :today) as missing,
                count(*) filter (where received and submitted_on <= deadline) as on_time_excused,
                count(*) filter (where received is not true and deadline < :today) as missing_excused
              from grouped where key > :after group by key order by key limit :rows
            )
            select c.key, u.name, c.expected, c.received, c.accepted, c.on_time, c.missing, c.on_time_excused, c.missing_excused
            from counted c left join unit u on :groupBy in ('UNIT', 'PARENT') and u.code = c.key order by c.key""";

    private final Session session;
    private final Clock clock;

    TimelinessCounts(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** @param after the key after which the counts begin, in the order of their keys */
    List<TimelinessCount> after(String after, TimelinessFilter filter, int rows) {
        return session.createNativeQuery(COUNTS, TimelinessCount.class).setParameter("zone", clock.getZone().getId())
                .setParameter("today", LocalDate.now(clock)).setParameter("regime", filter.regime.value())
                .setParameter("period", text(filter.period)).setParameter("year", filter.year, Integer.class)
                .setParameter("unit", text(filter.unit)).setParameter("parent", text(filter.parent))
                .setParameter("tree", filter.tree.name()).setParameter("groupBy", filter.groupBy.name())
                .setParameter("after", after).setParameter("rows", rows).getResultList();
    }

    private static String text(Object code) {
        return Objects.toString(code, null);
    }
}
