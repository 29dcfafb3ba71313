package vn.cchc.reporting.quality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** Reads the figures that a report is compared with: at most one statement for earlier periods, and one for other units. */
@ApplicationScoped
public class ReferenceFigures {

    private static final Set<RuleType> WITH_PAST = EnumSet.of(RuleType.CUMULATIVE, RuleType.JUMP, RuleType.OUTLIER_HISTORY);

    private static final String PAST = """
            select f.indicator, p.code, p.window_from, p.window_to, p.year, f.numerator, f.denominator
            from report r
            join report_version_figure f on f.report = r.id and f.version = r.accepted_version
            join period p on p.regime = r.regime and p.code = r.period
              and p.version = (select max(v.version) from period v where v.regime = p.regime and v.code = p.code)
            where r.regime = :regime and r.unit = :unit and f.indicator in (:indicators) and f.numerator is not null
              and p.window_to < :cutOff
            order by p.window_to desc, p.window_from desc, p.code""";

    // A correction counts only once it is accepted.
    private static final String PEERS = """
            select f.indicator, f.numerator, f.denominator
            from report r
            join unit u on u.code = r.unit
            join report_version_figure f on f.report = r.id and f.version = r.accepted_version
            where r.regime = :regime and r.period = :period and r.unit <> :unit and f.indicator in (:indicators)
              and f.denominator > 0 and u.type = (select type from unit where code = :unit)
            union all
            select f.indicator, f.numerator, f.denominator
            from report r
            join unit u on u.code = r.unit
            join figure f on f.report = r.id
            where r.regime = :regime and r.period = :period and r.unit <> :unit and f.indicator in (:indicators)
              and r.accepted_version is null and r.state = 'SUBMITTED'
              and f.denominator > 0 and u.type = (select type from unit where code = :unit)""";

    private final Session database;

    ReferenceFigures(Session database) {
        this.database = database;
    }

    public References of(RegimeCode regime, PeriodCode period, UnitCode unit, CheckedReport report, List<QualityRule> rules) {
        List<String> indicators = report.counted().keySet().stream().map(IndicatorCode::value).toList();
        if (indicators.isEmpty()) {
            return References.NONE;
        }
        return new References(
                rules.stream().anyMatch(rule -> WITH_PAST.contains(rule.type()))
                        ? past(regime, unit, report.cutOff(), indicators)
                        : List.of(),
                rules.stream().anyMatch(rule -> rule.type() == RuleType.OUTLIER_PEERS)
                        ? peers(regime, period, unit, indicators)
                        : Map.of());
    }

    private List<PastFigure> past(RegimeCode regime, UnitCode unit, LocalDate cutOff, Collection<String> indicators) {
        return database.createNativeQuery(PAST, Tuple.class).setParameter("regime", regime.value())
                .setParameter("unit", unit.value()).setParameter("indicators", indicators).setParameter("cutOff", cutOff)
                .getResultStream().map(ReferenceFigures::pastFigure).toList();
    }

    private static PastFigure pastFigure(Tuple row) {
        return new PastFigure(new PeriodCode(row.get("code", String.class)),
                new DateRange(row.get("window_from", LocalDate.class), row.get("window_to", LocalDate.class)),
                row.get("year", Integer.class), indicator(row), count(row));
    }

    private Map<IndicatorCode, List<Count>> peers(RegimeCode regime, PeriodCode period, UnitCode unit,
            Collection<String> indicators) {
        return database.createNativeQuery(PEERS, Tuple.class).setParameter("regime", regime.value())
                .setParameter("period", period.value()).setParameter("unit", unit.value())
                .setParameter("indicators", indicators).getResultStream()
                .collect(Collectors.groupingBy(ReferenceFigures::indicator,
                        Collectors.mapping(ReferenceFigures::count, Collectors.toList())));
    }

    private static IndicatorCode indicator(Tuple row) {
        return new IndicatorCode(row.get("indicator", String.class));
    }

    private static Count count(Tuple row) {
        return new Count(row.get("numerator", Long.class), row.get("denominator", Long.class));
    }
}
