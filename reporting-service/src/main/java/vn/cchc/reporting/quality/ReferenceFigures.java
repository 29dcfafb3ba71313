package vn.cchc.reporting.quality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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

/** Reads the figures that a report is compared with: at most one statement for earlier periods, and one for other units. */
@ApplicationScoped
public class ReferenceFigures {

    private static final String PAST = """
            select r.unit, f.indicator, p.code, p.window_from, p.window_to, p.year, f.numerator, f.denominator
            from report r
            join report_version_figure f on f.report = r.id and f.version = r.accepted_version
            join period p on p.regime = r.regime and p.code = r.period
              and p.version = (select max(v.version) from period v where v.regime = p.regime and v.code = p.code)
            where r.regime = :regime and r.unit in (:units) and f.indicator in (:indicators) and f.numerator is not null
              and p.window_to < :cutOff
            order by p.window_to desc, p.window_from desc, p.code""";

    // The first rows name the types of the units. A correction counts only once it is accepted.
    private static final String PEERS = """
            select u.code as unit, u.type, null as indicator, null as numerator, null as denominator
            from unit u where u.code in (:units)
            union all
            select r.unit, u.type, f.indicator, f.numerator, f.denominator
            from report r
            join unit u on u.code = r.unit
            join report_version_figure f on f.report = r.id and f.version = r.accepted_version
            where r.regime = :regime and r.period = :period and f.indicator in (:indicators)
              and f.denominator > 0 and u.type in (select type from unit where code in (:units))
            union all
            select r.unit, u.type, f.indicator, f.numerator, f.denominator
            from report r
            join unit u on u.code = r.unit
            join figure f on f.report = r.id
            where r.regime = :regime and r.period = :period and f.indicator in (:indicators)
              and r.accepted_version is null and r.state = 'SUBMITTED'
              and f.denominator > 0 and u.type in (select type from unit where code in (:units))""";

    private final Session database;

    ReferenceFigures(Session database) {
        this.database = database;
    }

    /** @param reports by the code of the unit; all of the same period */
    public Map<String, References> of(RegimeCode regime, PeriodCode period, Map<String, CheckedReport> reports,
            List<QualityRule> rules) {
        Set<String> indicators = reports.values().stream().flatMap(report -> report.counted().keySet().stream())
                .map(IndicatorCode::value).collect(Collectors.toSet());
        Map<String, References> references = new HashMap<>();
        reports.keySet().forEach(unit -> references.put(unit, References.NONE));
        if (indicators.isEmpty()) {
            return references;
        }
        LocalDate cutOff = reports.values().iterator().next().cutOff();
        Map<String, List<PastFigure>> past = rules.stream().anyMatch(rule -> References.WITH_PAST.contains(rule.type()))
                ? past(regime, reports.keySet(), cutOff, indicators)
                : Map.of();
        PeerFigures peers = rules.stream().anyMatch(rule -> rule.type() == RuleType.OUTLIER_PEERS)
                ? peers(regime, period, reports.keySet(), indicators)
                : PeerFigures.NONE;
        references.replaceAll((unit, none) -> new References(past.getOrDefault(unit, List.of()), peers.of(unit)));
        return references;
    }

    private Map<String, List<PastFigure>> past(RegimeCode regime, Collection<String> units, LocalDate cutOff,
            Collection<String> indicators) {
        return database.createNativeQuery(PAST, Tuple.class).setParameter("regime", regime.value())
                .setParameter("units", units).setParameter("indicators", indicators).setParameter("cutOff", cutOff)
                .getResultStream().collect(Collectors.groupingBy(row -> row.get("unit", String.class),
                        Collectors.mapping(ReferenceFigures::pastFigure, Collectors.toList())));
    }

    private static PastFigure pastFigure(Tuple row) {
        return new PastFigure(new PeriodCode(row.get("code", String.class)),
                new DateRange(row.get("window_from", LocalDate.class), row.get("window_to", LocalDate.class)),
                row.get("year", Integer.class), indicator(row), count(row));
    }

    private PeerFigures peers(RegimeCode regime, PeriodCode period, Collection<String> units, Collection<String> indicators) {
        PeerFigures peers = new PeerFigures(units);
        database.createNativeQuery(PEERS, Tuple.class).setParameter("regime", regime.value())
                .setParameter("period", period.value()).setParameter("units", units).setParameter("indicators", indicators)
                .getResultStream().forEach(row -> {
                    String unit = row.get("unit", String.class);
                    String type = row.get("type", String.class);
                    if (row.get("indicator") == null) {
                        peers.addUnit(unit, type);
                    } else {
                        peers.add(unit, type, indicator(row), count(row));
                    }
                });
        return peers;
    }

    private static IndicatorCode indicator(Tuple row) {
        return new IndicatorCode(row.get("indicator", String.class));
    }

    private static Count count(Tuple row) {
        return new Count(row.get("numerator", Long.class), row.get("denominator", Long.class));
    }
}
