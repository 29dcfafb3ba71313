package vn.cchc.reporting.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** Reads the reports of many units in three statements; an entity costs a statement for each of its collections. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ExistingReports {

    private static final String SELECT = """
            select unit, id, state, closed_at is not null from report where regime = ? and period = ? and unit = any(?) order by id""";

    private static final String SELECT_FIGURES = """
            select report, indicator, numerator, denominator, rating, statement, entered_by, entered_at from figure
            where report = any(?)""";

    private static final String SELECT_HISTORY = """
            select report, number, action, state, reopened from status_change where report = any(?)""";

    private final DataSource database;

    ExistingReports(DataSource database) {
        this.database = database;
    }

    /** The reports of some units by unit. */
    public Map<String, ExistingReport> find(RegimeCode regime, PeriodCode period, Collection<String> units) {
        return find(SELECT, regime, period, units);
    }

    /** As {@link #find}, and locks them until the end of the transaction. */
    public Map<String, ExistingReport> findForUpdate(RegimeCode regime, PeriodCode period, Collection<String> units) {
        return find(SELECT + " for update", regime, period, units);
    }

    private Map<String, ExistingReport> find(String sql, RegimeCode regime, PeriodCode period, Collection<String> units) {
        try (Connection connection = database.getConnection()) {
            Map<String, ExistingReport> found = reports(connection, sql, regime, period, units);
            if (!found.isEmpty()) {
                Map<UUID, ExistingReport> byId = new HashMap<>();
                found.values().forEach(report -> byId.put(report.id(), report));
                Array ids = connection.createArrayOf("uuid", byId.keySet().toArray());
                readHistory(connection, ids, byId);
                readFigures(connection, ids, byId);
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    private static Map<String, ExistingReport> reports(Connection connection, String sql, RegimeCode regime, PeriodCode period,
            Collection<String> units) throws SQLException {
        Map<String, ExistingReport> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, regime.value());
            select.setString(2, period.value());
            select.setArray(3, connection.createArrayOf("text", units.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), new ExistingReport(row.getObject(2, UUID.class),
                            ReportState.valueOf(row.getString(3)), row.getBoolean(4), new TreeMap<>(), new TreeSet<>()));
                }
            }
        }
        return found;
    }

    private static void readFigures(Connection connection, Array ids, Map<UUID, ExistingReport> reports) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_FIGURES)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reports.get(row.getObject(1, UUID.class)).figures().put(row.getString(2), figure(row));
                }
            }
        }
    }

    private static void readHistory(Connection connection, Array ids, Map<UUID, ExistingReport> reports) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_HISTORY)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Array reopened = row.getArray(5);
                    reports.get(row.getObject(1, UUID.class)).history()
                            .add(new StatusChange(row.getInt(2), Action.valueOf(row.getString(3)),
                                    ReportState.valueOf(row.getString(4)), null, null, null, null,
                                    reopened == null ? List.of() : List.of((String[]) reopened.getArray()), null));
                }
            }
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        String rating = row.getString(5);
        return new Figure(row.getObject(3, Long.class), row.getObject(4, Long.class),
                rating == null ? null : Rating.valueOf(rating), row.getString(6), row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
