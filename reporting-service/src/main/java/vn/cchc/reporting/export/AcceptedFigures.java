package vn.cchc.reporting.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import vn.cchc.spreadsheet.ExportConfig;

@ApplicationScoped
class AcceptedFigures implements ExportContent {

    private static final String IN_ORDER = """
            select v.regime, v.period, v.unit, u.name, key(f), cast(function('jsonb_extract_path_text', i.definition, 'name') as String),
              f.numerator, f.denominator, cast(f.rating as String), f.statement, v.report, v.version, v.submittedBy,
              v.submittedAt, v.acceptedBy, v.acceptedAt, v.seal
            from ReportVersion v join v.figures f join Report r on r.id = v.report join Unit u on u.code = v.unit
              left join Indicator i on i.code = key(f)
            where %s
              and (:regime is null or v.regime = :regime) and (:period is null or v.period = :period)
              and (:unit is null or v.unit = :unit) and (:indicator is null or key(f) = :indicator)
            order by v.regime, v.period, v.unit, key(f)""";
    private static final String CURRENT = IN_ORDER.formatted("v.version = r.acceptedVersion");
    private static final String OF_VERSION = IN_ORDER.formatted("v.version = :version");
    private static final String AS_OF = IN_ORDER.formatted("""
            v.version = (select max(earlier.version) from ReportVersion earlier
              where earlier.report = v.report and earlier.acceptedAt <= :asOf)""");

    private final Session session;
    private final int maxSeconds;

    AcceptedFigures(Session session, ExportConfig config) {
        this.session = session;
        this.maxSeconds = config.maxSeconds();
    }

    @Override
    public List<Object> titles() {
        return Column.titles();
    }

    @Override
    @Transactional
    @TransactionConfiguration(timeout = TRANSACTION_SECONDS)
    public void read(FigureFilter filter, Reader reader) throws IOException {
        session.createNativeMutationQuery("set transaction read only").executeUpdate();
        try (Stream<ExportRow> figures = ofVersion(filter)
                .setParameter("regime", text(filter.regime)).setParameter("period", text(filter.period))
                .setParameter("unit", text(filter.unit))
                .setParameter("indicator", text(filter.indicator)).setTimeout(maxSeconds).setFetchSize(FETCH_SIZE)
                .getResultStream()) {
            for (Iterator<ExportRow> each = figures.iterator(); each.hasNext();) {
                reader.accept(Column.cells(each.next()));
            }
        }
    }

    private SelectionQuery<ExportRow> ofVersion(FigureFilter filter) {
        if (filter.version != null) {
            return session.createSelectionQuery(OF_VERSION, ExportRow.class).setParameter("version", filter.version);
        }
        return filter.asOf == null ? session.createSelectionQuery(CURRENT, ExportRow.class)
                : session.createSelectionQuery(AS_OF, ExportRow.class).setParameter("asOf", filter.asOf);
    }

    private static String text(Object code) {
        return Objects.toString(code, null);
    }
}
