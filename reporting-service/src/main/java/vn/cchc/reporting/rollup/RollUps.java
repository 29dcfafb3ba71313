package vn.cchc.reporting.rollup;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.rollup.RollUpView.Sum;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** Adds the accepted figures of several units: Σ numerators and Σ denominators. */
@ApplicationScoped
class RollUps {

    /**
     * A unit belongs to one parent: the one of its last day in the window. Units of an earlier release have no rows by days.
     */
    private static final String SUMS = """
            with recursive edges as (
              select u.code as unit, case when p.unit is not null then p.parent
                when :tree = 'REPORTING' then u.reporting_parent else u.parent end as parent
              from unit u left join unit_parent p on p.unit = u.code and p.tree = :tree
                and (p.valid_from is null or p.valid_from <= least(u.valid_to, cast(:to as date)))
                and (p.valid_to is null or p.valid_to >= least(u.valid_to, cast(:to as date)))
              where (u.valid_from is null or u.valid_from <= :to) and (u.valid_to is null or u.valid_to >= :from)
            ), below as (
              select cast(:unit as text) as code
              union select e.unit from edges e join below b on e.parent = b.code
            ), counted as (
              select code from below
              union select cast(before as text) from counted c join unit u on u.code = c.code
                cross join unnest(case when :predecessors then u.predecessors else cast(array[] as varchar[]) end) as before
            )
            select f.indicator, sum(f.numerator), sum(f.denominator), count(distinct r.unit),
              bool_or(coalesce(jsonb_typeof(i.definition -> 'comparedYears') = 'object', false))
            from report r join report_version_figure f on f.report = r.id and f.version = r.accepted_version
              left join indicator i on i.code = f.indicator
            where r.regime = :regime and r.period = :period and f.numerator is not null
              and r.unit in (select code from counted)
            group by f.indicator order by f.indicator""";

    private final Session session;

    RollUps(Session session) {
        this.session = session;
    }

    List<Sum> sums(UnitCode unit, RegimeCode regime, Period period, String tree, RollUpBasis basis, LocalDate today) {
        boolean asNow = basis == RollUpBasis.AS_NOW;
        return session.createNativeQuery(SUMS, Object[].class).setParameter("unit", unit.value()).setParameter("tree", tree)
                .setParameter("from", asNow ? today : period.from()).setParameter("to", asNow ? today : period.to())
                .setParameter("predecessors", asNow).setParameter("regime", regime.value())
                .setParameter("period", period.code().value()).getResultStream()
                .map(row -> Sum.of((String) row[0], integer(row[1]), integer(row[2]), ((Number) row[3]).longValue(),
                        (Boolean) row[4]))
                .toList();
    }

    private static BigInteger integer(Object number) {
        return new BigInteger(number.toString());
    }
}
