package vn.cchc.reporting.consolidated;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.MutationQuery;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.reporting.report.Rating;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

/**
 * The accepted versions of which a consolidated report is made, and the units that had to report. A constant number of
 * statements for any number of units.
 */
@ApplicationScoped
class Sources {

    private static final List<String> CLEAR = List.of("delete from consolidated_source where consolidated_report = :id",
            "delete from consolidated_unit where consolidated_report = :id");

    /** A year also rests on the earlier periods of the units whose annual report is not accepted. */
    private static final String TAKE = """
            insert into consolidated_source (consolidated_report, report, version, period, unit)
            select :id, id, accepted_version, period, unit from report
            where regime = :regime and accepted_version is not null and (period = :period or :annual and period in (
              select code from period where regime = :regime and year = :year))""";

    private static final String FIGURES = """
            select f.indicator, s.unit, s.report, s.period, p.window_from, p.window_to, p.annual, f.numerator, f.denominator,
              f.rating
            from consolidated_source s join report_version_figure f on f.report = s.report and f.version = s.version
              join period p on p.regime = :regime and p.code = s.period
                and p.version = (select max(version) from period where regime = p.regime and code = p.code)
            where s.consolidated_report = :id""";

    private static final String DROP_UNUSED = """
            delete from consolidated_source
            where consolidated_report = :id and period <> :period and report <> all (:used)""";

    /** The same rule by which a report requires its indicators: see {@code Indicator.isRequiredOf}. */
    private static final String UNITS = """
            insert into consolidated_unit (consolidated_report, unit, name, expected)
            with assigned as (
              select u.code, i.time_basis, greatest(cast(a ->> 'from' as date), u.valid_from) as first_day,
                least(cast(a ->> 'to' as date), u.valid_to) as last_day
              from indicator i cross join jsonb_array_elements(i.definition -> 'assignments') a
                join unit u on u.code = a ->> 'unit'
              where i.definition ->> 'regime' = :regime and i.type <> 'SURVEY'
                and (:annual or i.time_basis is distinct from 'COMPARISON')
            ), expected as (
              select distinct code from assigned
              where (first_day is null or first_day <= :to)
                and (last_day is null or last_day >= case when time_basis = 'FLOW' then cast(:from as date) else :to end)
                and (first_day is null or last_day is null or first_day <= last_day)
                and code not in (select unit from report where regime = :regime and period = :period and closed_at is not null)
            )
            select :id, u.code, coalesce(n.name, u.name), u.code in (select code from expected)
            from unit u left join unit_name n on n.unit = u.code
              and (n.valid_from is null or n.valid_from <= least(u.valid_to, cast(:to as date)))
              and (n.valid_to is null or n.valid_to >= least(u.valid_to, cast(:to as date)))
            where u.code in (
              select code from expected union select unit from consolidated_source where consolidated_report = :id)""";

    private static final String DROP_PROPOSALS = """
            delete from consolidated_proposal p
            where consolidated_report = :id and not exists (
              select 1 from consolidated_source s join report_version v on v.report = s.report and v.version = s.version
              where s.consolidated_report = :id and s.period = :period and s.unit = p.unit and v.proposals ~ '\\S')""";

    private static final String ADD_PROPOSALS = """
            insert into consolidated_proposal (consolidated_report, number, unit)
            select :id, (select coalesce(max(number), 0) from consolidated_proposal where consolidated_report = :id)
              + row_number() over (order by s.unit), s.unit
            from consolidated_source s join report_version v on v.report = s.report and v.version = s.version
            where s.consolidated_report = :id and s.period = :period and v.proposals ~ '\\S'
              and not exists (
                select 1 from consolidated_proposal where consolidated_report = :id and unit = s.unit)""";

    private final Session session;
    private final Indicators indicators;

    Sources(Session session, Indicators indicators) {
        this.session = session;
        this.indicators = indicators;
    }

    /** Takes the versions that count now, with their units and proposals, and adds up their figures. */
    Totals gather(ConsolidatedReport report, Period period) {
        List<Indicator> reported = indicators.reportedUnder(period.regime()).stream()
                .filter(indicator -> indicator.isReportedIn(period)).toList();
        if (reported.isEmpty() && !indicators.isReferredToUnder(period.regime())) {
            // Until targets-service has published indicators, the report would lack all figures.
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        take(report, period);
        Totals totals = Totals.of(period, reported, figures(report), lives(report));
        complete(report, period, totals.reports());
        return totals;
    }

    private void take(ConsolidatedReport report, Period period) {
        session.flush();
        CLEAR.forEach(clear -> of(clear, report).executeUpdate());
        of(TAKE, report).setParameter("regime", report.regime).setParameter("period", report.period)
                .setParameter("annual", period.isAnnual()).setParameter("year", period.year()).executeUpdate();
    }

    /** The accepted figures of all versions that were taken. */
    private List<UnitFigure> figures(ConsolidatedReport report) {
        return session.createNativeQuery(FIGURES, Object[].class).setParameter("id", report.id)
                .setParameter("regime", report.regime).getResultList().stream().map(Sources::figure).toList();
    }

    private static UnitFigure figure(Object[] row) {
        return new UnitFigure(new IndicatorCode((String) row[0]), new UnitCode((String) row[1]), (UUID) row[2],
                (String) row[3], new DateRange(day(row[4]), day(row[5])), (Boolean) row[6], (Long) row[7], (Long) row[8],
                row[9] == null ? null : Rating.valueOf((String) row[9]));
    }

    /** The days on which the units of the versions exist. */
    private Map<UnitCode, DateRange> lives(ConsolidatedReport report) {
        return session.createNativeQuery("""
                select code, valid_from, valid_to from unit
                where code in (select unit from consolidated_source where consolidated_report = :id)""", Object[].class)
                .setParameter("id", report.id).getResultList().stream()
                .collect(
                        Collectors.toMap(row -> new UnitCode((String) row[0]), row -> new DateRange(day(row[1]), day(row[2]))));
    }

    /** Keeps the versions of the period and those whose figures are used, and lists units and proposals. */
    private void complete(ConsolidatedReport report, Period period, Collection<UUID> used) {
        of(DROP_UNUSED, report).setParameter("period", report.period).setParameter("used", used.toArray(UUID[]::new))
                .executeUpdate();
        of(UNITS, report).setParameter("regime", report.regime).setParameter("annual", period.isAnnual())
                .setParameter("period", report.period).setParameter("from", period.from()).setParameter("to", period.to())
                .executeUpdate();
        of(DROP_PROPOSALS, report).setParameter("period", report.period).executeUpdate();
        of(ADD_PROPOSALS, report).setParameter("period", report.period).executeUpdate();
    }

    private MutationQuery of(String statement, ConsolidatedReport report) {
        return session.createNativeMutationQuery(statement).setParameter("id", report.id);
    }

    private static LocalDate day(Object day) {
        return day instanceof Date date ? date.toLocalDate() : (LocalDate) day;
    }
}
