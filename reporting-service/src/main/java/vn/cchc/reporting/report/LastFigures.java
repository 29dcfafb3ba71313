package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

import vn.cchc.values.PeriodCode;

/** The latest figure of each indicator from before a period, in one statement. */
@ApplicationScoped
class LastFigures {

    private static final String LAST = """
            select distinct on (indicator) indicator, period, state, numerator, denominator, rating, statement
            from (
              select f.indicator, r.period, 'ACCEPTED' as state, p.window_to, p.window_from, f.numerator, f.denominator,
                f.rating, f.statement
              from report r
              join report_version_figure f on f.report = r.id and f.version = r.accepted_version
              join period p on p.regime = r.regime and p.code = r.period
                and p.version = (select max(v.version) from period v where v.regime = p.regime and v.code = p.code)
              where r.regime = :regime and r.unit = :unit and p.window_to < :cutOff
              union all
              select f.indicator, r.period, 'SUBMITTED', p.window_to, p.window_from, f.numerator, f.denominator, f.rating,
                f.statement
              from report r
              join figure f on f.report = r.id
              join period p on p.regime = r.regime and p.code = r.period
                and p.version = (select max(v.version) from period v where v.regime = p.regime and v.code = p.code)
              where r.regime = :regime and r.unit = :unit and p.window_to < :cutOff
                and r.accepted_version is null and r.state = 'SUBMITTED') earlier
            order by indicator, window_to desc, window_from desc""";

    @Schema(description = "The figure of the latest earlier period, as an offer")
    record LastFigure(@Schema(examples = "2025H1") PeriodCode period,
            @Schema(description = "ACCEPTED, or SUBMITTED if it is not accepted yet") ReportState state,
            @Schema(nullable = true) Long numerator, @Schema(nullable = true) Long denominator,
            @Schema(nullable = true) Rating rating, @Schema(nullable = true) String statement) {

        static LastFigure of(Tuple row) {
            String rating = row.get("rating", String.class);
            return new LastFigure(new PeriodCode(row.get("period", String.class)),
                    ReportState.valueOf(row.get("state", String.class)), row.get("numerator", Long.class),
                    row.get("denominator", Long.class), rating == null ? null : Rating.valueOf(rating),
                    row.get("statement", String.class));
        }
    }

    private final Session database;

    LastFigures(Session database) {
        this.database = database;
    }

    /** By the code of the indicator. */
    Map<String, LastFigure> before(ReportKey key, LocalDate cutOff) {
        return database.createNativeQuery(LAST, Tuple.class).setParameter("regime", key.regime().value())
                .setParameter("unit", key.unit().value()).setParameter("cutOff", cutOff).getResultStream()
                .collect(Collectors.toMap(row -> row.get("indicator", String.class), LastFigure::of));
    }
}
