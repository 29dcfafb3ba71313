package vn.cchc.reporting.export;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import vn.cchc.spreadsheet.ExportConfig;

/** The figures that accepted reports refer to. They are no figures of these reports, so they have a file of their own. */
@ApplicationScoped
class AcceptedReferences implements ExportContent {

    private static final List<Object> TITLES = List.of("regime", "period", "unit", "unitName", "indicator", "indicatorName",
            "status", "sourceRegime", "sourcePeriod", "sourceReport", "sourceVersion", "numerator", "denominator", "rating",
            "statement", "report", "version", "acceptedAt", "seal");

    private static final String IN_ORDER = """
            select v.regime, v.period, v.unit, u.name, x.indicator, x.name as indicator_name, x.status, x.regime as source_regime,
              x.period as source_period, x.report as source_report, x.version as source_version, x.numerator, x.denominator,
              x.rating, x.statement, v.report, v.version, to_char(v.accepted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              v.seal
            from report_version v join report r on r.id = v.report join unit u on u.code = v.unit
              cross join lateral jsonb_to_recordset(v.figure_references) as x (indicator text, name text, status text, regime text,
                period text, report uuid, version int, numerator bigint, denominator bigint, rating text, statement text)
            where v.figure_references <> '[]' and v.version = case
                when cast(:version as int) is not null then :version
                when cast(:asOf as timestamptz) is null then r.accepted_version
                else (select max(earlier.version) from report_version earlier
                  where earlier.report = v.report and earlier.accepted_at <= :asOf) end
              and (cast(:regime as text) is null or v.regime = :regime) and (cast(:period as text) is null or v.period = :period)
              and (cast(:unit as text) is null or v.unit = :unit)
              and (cast(:indicator as text) is null or x.indicator = :indicator)
            order by v.regime, v.period, v.unit, x.indicator""";

    private final Session session;
    private final int maxSeconds;

    AcceptedReferences(Session session, ExportConfig config) {
        this.session = session;
        this.maxSeconds = config.maxSeconds();
    }

    @Override
    public List<Object> titles() {
        return TITLES;
    }

    @Override
    @Transactional
    @TransactionConfiguration(timeout = TRANSACTION_SECONDS)
    public void read(FigureFilter filter, Reader reader) throws IOException {
        session.createNativeMutationQuery("set transaction read only").executeUpdate();
        try (Stream<Object[]> references = session.createNativeQuery(IN_ORDER, Object[].class)
                .setParameter("version", filter.version, Integer.class)
                .setParameter("asOf", filter.asOf, Instant.class)
                .setParameter("regime", text(filter.regime), String.class)
                .setParameter("period", text(filter.period), String.class)
                .setParameter("unit", text(filter.unit), String.class)
                .setParameter("indicator", text(filter.indicator), String.class).setTimeout(maxSeconds)
                .setFetchSize(FETCH_SIZE).getResultStream()) {
            for (Iterator<Object[]> each = references.iterator(); each.hasNext();) {
                reader.accept(Arrays.stream(each.next()).map(AcceptedReferences::cell).toList());
            }
        }
    }

    private static Object cell(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number ? value : value.toString();
    }

    private static String text(Object code) {
        return Objects.toString(code, null);
    }
}
