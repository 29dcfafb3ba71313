package vn.cchc.reporting.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import vn.cchc.audit.AuditTrail;
import vn.cchc.audit.AuditTrail.BulkChange;
import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/**
 * Enters the figures of many units for one period. The number of statements is the same for one unit as for hundreds; reports
 * are never loaded as entities, each of which costs a statement for each of its collections.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class FigureEntry {

    private static final String CREATE = """
            insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, lock)
            select uuidv7(), ?, ?, unit, 'DRAFT', 1, ?, ?, ?, 0 from unnest(?) as wanted (unit)
            on conflict (regime, period, unit) do nothing returning unit, id""";

    private static final String ADD_STATUS = """
            insert into status_change (report, number, action, state, by, at, on_behalf_of)
            select id, 1, 'CREATE', 'DRAFT', ?, ?, principal from unnest(?, ?) as created (id, principal)""";

    private static final String TOUCH = "update report set updated_at = ?, lock = lock + 1 where id = any(?)";

    private static final String ADD_CONTRIBUTOR = """
            insert into report_contributor (report, subject)
            select id, subject from unnest(?, ?) as changed (id, principal) cross join lateral (values (?), (principal)) as by (subject)
            where subject is not null on conflict do nothing""";

    private static final String ENTER = """
            insert into figure (report, indicator, numerator, denominator, rating, statement, entered_by, entered_at)
            select report, indicator, numerator, denominator, rating, statement, ?, ?
            from unnest(?, ?, ?, ?, ?, ?) as entered (report, indicator, numerator, denominator, rating, statement)""";

    private static final String REPLACE = ENTER + """
            on conflict (report, indicator) do update set numerator = excluded.numerator, denominator = excluded.denominator,
             rating = excluded.rating, statement = excluded.statement, entered_by = excluded.entered_by,
             entered_at = excluded.entered_at""";

    private static final String SERIALIZATION_FAILURE = "40001";

    /** What an entry did. */
    public record Entered(int reportsCreated, int figuresChanged, int figuresUnchanged) {

        public static final Entered NOTHING = new Entered(0, 0, 0);

        public Entered plus(Entered other) {
            return new Entered(reportsCreated + other.reportsCreated, figuresChanged + other.figuresChanged,
                    figuresUnchanged + other.figuresUnchanged);
        }
    }

    /** A report that the entry changes or creates. */
    private record Changed(Report before, Report now, Map<String, Figure> figures) {

        UUID id() {
            return now.id;
        }
    }

    private record FigureRow(UUID report, String indicator, Figure figure) {
    }

    private final DataSource database;
    private final AuditTrail trail;
    private final Outbox outbox;
    private final Clock clock;

    FigureEntry(DataSource database, AuditTrail trail, Outbox outbox, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Enters valid figures. Figures that are the same already stay as they are, with their author.
     *
     * @param wanted by unit and indicator
     * @param existing what {@link ExistingReports#findForUpdate} has found of these units; all of it is open
     * @throws PersistenceFailure also if somebody has created one of the missing reports meanwhile: the transaction can be
     *         repeated
     */
    public Entered enter(RegimeCode regime, PeriodCode period, Map<String, Map<String, NewFigure>> wanted,
            Map<String, ExistingReport> existing, ChangeContext context) {
        Instant now = clock.instant();
        Map<ReportKey, Map<String, Figure>> different = new LinkedHashMap<>();
        wanted.forEach((unit, figures) -> different.put(new ReportKey(regime, period, new UnitCode(unit)),
                different(figures, existing.get(unit), context.by(), now)));
        List<Changed> created = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Map<String, UUID> ids = create(connection, regime, period,
                    wanted.keySet().stream().filter(unit -> !existing.containsKey(unit)).toList(), context.by(), now);
            different.forEach((key, figures) -> {
                ExistingReport known = existing.get(key.unit().value());
                if (known == null) {
                    created.add(created(key, ids.get(key.unit().value()), figures, context, now));
                } else if (!figures.isEmpty()) {
                    changed.add(changed(key, known, figures, context, now));
                }
            });
            store(connection, created, changed, context, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
        record(created, changed, context);
        return new Entered(created.size(), count(different), count(wanted) - count(different));
    }

    private static int count(Map<?, ? extends Map<String, ?>> figures) {
        return figures.values().stream().mapToInt(Map::size).sum();
    }

    private static Map<String, Figure> different(Map<String, NewFigure> wanted, ExistingReport known, String by, Instant now) {
        Map<String, Figure> different = new TreeMap<>();
        wanted.forEach((indicator, figure) -> {
            if (known == null || !figure.isSame(known.figures().get(indicator))) {
                different.put(indicator, figure.toFigure(by, now));
            }
        });
        return different;
    }

    private static Map<String, UUID> create(Connection connection, RegimeCode regime, PeriodCode period, List<String> units,
            String by, Instant now) throws SQLException {
        if (units.isEmpty()) {
            return Map.of();
        }
        Map<String, UUID> ids = new HashMap<>();
        OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            set(create, regime.value(), period.value(), by, at, at, connection.createArrayOf("text", units.toArray()));
            try (ResultSet row = create.executeQuery()) {
                while (row.next()) {
                    ids.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
        }
        if (ids.size() < units.size()) {
            throw new SQLException("Reports were created meanwhile", SERIALIZATION_FAILURE);
        }
        return ids;
    }

    private static Changed created(ReportKey key, UUID id, Map<String, Figure> figures, ChangeContext context, Instant now) {
        Report report = report(key, id, figures, context, now);
        return new Changed(null, report, figures);
    }

    private static Changed changed(ReportKey key, ExistingReport known, Map<String, Figure> figures, ChangeContext context,
            Instant now) {
        Report after = report(key, known.id(), known.figures(), context, now);
        after.figures.putAll(figures);
        return new Changed(report(key, known.id(), known.figures(), context, now), after, figures);
    }

    /** Only for the difference of the figures and for the event of a draft; it is not stored. */
    private static Report report(ReportKey key, UUID id, Map<String, Figure> figures, ChangeContext context, Instant now) {
        Report report = new Report(key, context.by(), now);
        report.id = id;
        report.figures.putAll(figures);
        return report;
    }

    private static void store(Connection connection, List<Changed> created, List<Changed> changed, ChangeContext context,
            OffsetDateTime now) throws SQLException {
        String by = context.by();
        if (!created.isEmpty()) {
            Array ids = ids(connection, created);
            Array principals = principals(connection, created, context);
            execute(connection, ADD_STATUS, by, now, ids, principals);
            execute(connection, ADD_CONTRIBUTOR, ids, principals, by);
            enter(connection, ENTER, created, by, now);
        }
        if (!changed.isEmpty()) {
            Array ids = ids(connection, changed);
            execute(connection, TOUCH, now, ids);
            execute(connection, ADD_CONTRIBUTOR, ids, principals(connection, changed, context), by);
            enter(connection, REPLACE, changed, by, now);
        }
    }

    private static Array ids(Connection connection, List<Changed> reports) throws SQLException {
        return connection.createArrayOf("uuid", reports.stream().map(Changed::id).toArray());
    }

    /** The heads as whose deputy the figures are entered; null where it is done in the actor's own right. */
    private static Array principals(Connection connection, List<Changed> reports, ChangeContext context)
            throws SQLException {
        return connection.createArrayOf("text",
                reports.stream().map(report -> context.actor().headOf(report.now().unit)).toArray(String[]::new));
    }

    private static void enter(Connection connection, String sql, List<Changed> reports, String by, OffsetDateTime now)
            throws SQLException {
        List<FigureRow> rows = reports.stream().flatMap(report -> report.figures().entrySet().stream()
                .map(figure -> new FigureRow(report.id(), figure.getKey(), figure.getValue()))).toList();
        execute(connection, sql, by, now, array(connection, "uuid", rows, FigureRow::report, Object[]::new),
                array(connection, "text", rows, FigureRow::indicator, String[]::new),
                array(connection, "bigint", rows, row -> row.figure().numerator(), Long[]::new),
                array(connection, "bigint", rows, row -> row.figure().denominator(), Long[]::new),
                array(connection, "text", rows, row -> row.figure().rating() == null ? null : row.figure().rating().name(),
                        String[]::new),
                array(connection, "text", rows, row -> row.figure().statement(), String[]::new));
    }

    /** @param typed an array of its own type is sent in binary */
    private static Array array(Connection connection, String type, List<FigureRow> rows, Function<FigureRow, Object> value,
            IntFunction<Object[]> typed) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray(typed));
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    private void record(List<Changed> created, List<Changed> changed, ChangeContext context) {
        if (!created.isEmpty()) {
            trail.changed(bulk(created), "CREATE", context);
            outbox.addFirst(created.stream().map(report -> ReportEvents.statusChanged(report.now())).toList());
        }
        if (!changed.isEmpty()) {
            trail.changed(bulk(changed), "ENTER_FIGURES", context);
        }
    }

    private static List<BulkChange> bulk(List<Changed> reports) {
        return reports.stream().map(report -> new BulkChange(report.now().unit, report.before(), report.now())).toList();
    }
}
