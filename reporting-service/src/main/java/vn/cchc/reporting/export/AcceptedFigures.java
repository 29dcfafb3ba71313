package vn.cchc.reporting.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

@ApplicationScoped
class AcceptedFigures {

    /** Rows in memory at a time. */
    private static final int FETCH_SIZE = 500;

    /** Longer than any export: to abort a transaction in use would log the stack of its thread. */
    private static final int TRANSACTION_SECONDS = 86_400;

    private static final String IN_ORDER = """
            select r.regime, r.period, r.unit, u.name, key(f), cast(function('jsonb_extract_path_text', i.definition, 'name') as String),
              f.numerator, f.denominator, cast(f.rating as String), f.statement, r.id, r.version, r.submittedBy, r.submittedAt,
              r.acceptedBy, r.acceptedAt, r.seal
            from Report r join r.figures f join Unit u on u.code = r.unit left join Indicator i on i.code = key(f)
            where r.state = vn.cchc.reporting.report.ReportState.ACCEPTED
              and (:regime is null or r.regime = :regime) and (:period is null or r.period = :period)
              and (:unit is null or r.unit = :unit) and (:indicator is null or key(f) = :indicator)
            order by r.regime, r.period, r.unit, key(f)""";

    @FunctionalInterface
    interface Reader {
        void accept(ExportRow figure) throws IOException;
    }

    private final Session session;
    private final int maxSeconds;

    AcceptedFigures(Session session, ExportConfig config) {
        this.session = session;
        this.maxSeconds = config.maxSeconds();
    }

    /** Passes all figures of one moment to the reader, one after another. */
    @Transactional
    @TransactionConfiguration(timeout = TRANSACTION_SECONDS)
    void read(FigureFilter filter, Reader reader) throws IOException {
        session.createNativeMutationQuery("set transaction read only").executeUpdate();
        try (Stream<ExportRow> figures = session.createSelectionQuery(IN_ORDER, ExportRow.class)
                .setParameter("regime", text(filter.regime)).setParameter("period", text(filter.period))
                .setParameter("unit", text(filter.unit))
                .setParameter("indicator", text(filter.indicator)).setTimeout(maxSeconds).setFetchSize(FETCH_SIZE)
                .getResultStream()) {
            for (Iterator<ExportRow> each = figures.iterator(); each.hasNext();) {
                reader.accept(each.next());
            }
        }
    }

    private static String text(Object code) {
        return Objects.toString(code, null);
    }
}
