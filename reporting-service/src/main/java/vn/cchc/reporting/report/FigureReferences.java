package vn.cchc.reporting.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import vn.cchc.reporting.indicator.ReferredIndicator;
import vn.cchc.values.UnitCode;

/** Reads the accepted figures that a report refers to, in one statement. */
@ApplicationScoped
class FigureReferences {

    private static final String SOURCES = """
            select wanted.indicator, r.id as report, case when f.indicator is not null then r.accepted_version end as version,
              f.numerator, f.denominator, f.rating, f.statement
            from unnest(:indicators, :regimes, :periods) as wanted (indicator, regime, period)
              join report r on r.regime = wanted.regime and r.period = wanted.period and r.unit = :unit
              left join report_version_figure f on f.report = r.id and f.version = r.accepted_version
                and f.indicator = wanted.indicator""";

    private final Session database;

    FigureReferences(Session database) {
        this.database = database;
    }

    List<FigureReference> of(UnitCode unit, Collection<ReferredIndicator> referred) {
        List<ReferredIndicator> known = referred.stream().filter(indicator -> indicator.source().isPresent()).toList();
        if (known.isEmpty()) {
            return referred.stream().map(indicator -> FigureReference.without(indicator, null)).toList();
        }
        Map<String, Tuple> sources = database.createNativeQuery(SOURCES, Tuple.class)
                .setParameter("indicators", texts(known, indicator -> indicator.indicator().code()))
                .setParameter("regimes", texts(known, indicator -> indicator.indicator().regime()))
                .setParameter("periods", texts(known, indicator -> indicator.source().orElseThrow().code()))
                .setParameter("unit", unit.value()).getResultStream()
                .collect(Collectors.toMap(row -> row.get("indicator", String.class), Function.identity()));
        return referred.stream().map(indicator -> reference(indicator, sources.get(indicator.indicator().code().value())))
                .toList();
    }

    private static String[] texts(List<ReferredIndicator> referred, Function<ReferredIndicator, Object> code) {
        return referred.stream().map(code).map(Object::toString).toArray(String[]::new);
    }

    private static FigureReference reference(ReferredIndicator referred, Tuple source) {
        if (source == null) {
            return FigureReference.without(referred, null);
        }
        FigureReference known = FigureReference.without(referred, source.get("report", UUID.class));
        Integer version = source.get("version", Integer.class);
        if (version == null) {
            return known;
        }
        String rating = source.get("rating", String.class);
        return known.accepted(version, source.get("numerator", Long.class), source.get("denominator", Long.class),
                rating == null ? null : Rating.valueOf(rating), source.get("statement", String.class));
    }
}
