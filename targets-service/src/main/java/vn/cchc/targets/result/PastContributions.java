package vn.cchc.targets.result;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.targets.history.PastMoment;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.unit.Units;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/**
 * The contributions of the units at an earlier moment. Where nothing behind a contribution has changed since, it is the present
 * one. The others are derived from the figures and responsibilities of the moment, into a table that no other transaction sees.
 * They are not kept, because their intermediate states depend on the order in which events of several topics arrive.
 */
@ApplicationScoped
class PastContributions {

    private static final int BATCH_SIZE = 1000;
    private static final String MARK_CHANGED = """
            insert into as_of.changed_scope
            select distinct indicator, regime, year, unit from public.unit_result_version
            where indicator = any(?) and regime = ? and recorded_at > as_of.moment()
            union
            select r.indicator, r.regime, r.year, r.unit from (
              select distinct indicator, unit from public.assignment_version
              where indicator = any(?) and recorded_at > as_of.moment()) a
              join public.unit_result_version r on r.indicator = a.indicator and r.unit = a.unit and r.regime = ?
            union
            select r.indicator, r.regime, r.year, r.unit from (
              select distinct data ->> 'code' as unit from public.recorded_event
              where topic = 'cchc.units' and occurred_at > as_of.moment()) u
              join public.unit_result_version r on r.unit = u.unit and r.indicator = any(?) and r.regime = ?""";
    // The view unit_result for each of the scopes. A join with the view itself would read all of it.
    private static final String FIGURES = """
            select figure.* from as_of.changed_scope scope cross join lateral (
              select * from (
                select distinct on (r.period) r.* from unit_result_version r
                where r.indicator = scope.indicator and r.regime = scope.regime and r.year = scope.year and r.unit = scope.unit
                order by r.period, r.report_version desc, r.recorded_at desc, r.id desc) latest
              where retracted_at is null) figure
            where scope.indicator in (:indicators) and scope.regime = :regime
            order by figure.indicator, figure.year, figure.unit""";
    // The offset keeps the subquery, so that its condition is applied by the index behind the view.
    private static final String ASSIGNMENTS = """
            select scope.number, a.valid_from, a.valid_to
            from unnest(?::text[], ?::text[]) with ordinality as scope (indicator, unit, number) cross join lateral (
              select valid_from, valid_to from assignment where indicator = scope.indicator and unit = scope.unit offset 0) a""";
    private static final String INSERT = """
            insert into as_of.derived_contribution
            select * from jsonb_populate_recordset(null::as_of.derived_contribution, ?::jsonb)""";

    private final DataSource connections;
    private final Session database;
    private final Indicators indicators;
    private final Units units;
    private final PastMoment past;

    PastContributions(DataSource connections, Session database, Indicators indicators, Units units, PastMoment past) {
        this.connections = connections;
        this.database = database;
        this.indicators = indicators;
        this.units = units;
        this.past = past;
    }

    /** Does nothing unless the past is read. */
    void derive(RegimeCode regime, Set<IndicatorCode> wanted) {
        Set<IndicatorCode> underived = past.isRead() ? past.underived(wanted) : Set.of();
        if (!underived.isEmpty()) {
            Map<IndicatorCode, Indicator> known = indicators.withCodes(underived).stream()
                    .collect(Collectors.toMap(Indicator::code, Function.identity()));
            try (Connection connection = connections.getConnection()) {
                derive(connection, regime, known);
            } catch (SQLException e) {
                throw new PersistenceFailure(e);
            }
        }
    }

    private void derive(Connection connection, RegimeCode regime, Map<IndicatorCode, Indicator> known) throws SQLException {
        Array codes = connection.createArrayOf("text", known.keySet().stream().map(IndicatorCode::value).toArray());
        try (PreparedStatement mark = connection.prepareStatement(MARK_CHANGED)) {
            for (int i = 1; i <= 6; i += 2) {
                mark.setArray(i, codes);
                mark.setString(i + 1, regime.value());
            }
            if (mark.executeUpdate() == 0) {
                return;
            }
        }
        try (Stream<UnitResult> figures = figures(regime, known.keySet());
                Rows rows = new Rows(connection, known, units.validities())) {
            for (UnitResult figure : (Iterable<UnitResult>) figures::iterator) {
                database.detach(figure);
                rows.add(figure);
            }
        }
    }

    private Stream<UnitResult> figures(RegimeCode regime, Set<IndicatorCode> codes) {
        return database.createNativeQuery(FIGURES, UnitResult.class)
                .setParameterList("indicators", codes.stream().map(IndicatorCode::value).toList())
                .setParameter("regime", regime.value()).setFetchSize(BATCH_SIZE).getResultStream();
    }

    /** Takes the figures of one scope after the other, and writes the contributions of many scopes at once. */
    private static final class Rows implements AutoCloseable {

        private final PreparedStatement select;
        private final PreparedStatement insert;
        private final Map<IndicatorCode, Indicator> indicators;
        private final Map<UnitCode, DateRange> lives;
        private final Map<UnitResult.Scope, List<UnitResult>> waiting = new LinkedHashMap<>();

        Rows(Connection connection, Map<IndicatorCode, Indicator> indicators, Map<UnitCode, DateRange> lives)
                throws SQLException {
            this.select = connection.prepareStatement(ASSIGNMENTS);
            this.insert = connection.prepareStatement(INSERT);
            this.indicators = indicators;
            this.lives = lives;
        }

        void add(UnitResult figure) throws SQLException {
            if (waiting.size() == BATCH_SIZE && !waiting.containsKey(figure.scope())) {
                write();
            }
            waiting.computeIfAbsent(figure.scope(), any -> new ArrayList<>()).add(figure);
        }

        private void write() throws SQLException {
            List<UnitResult.Scope> scopes = List.copyOf(waiting.keySet());
            List<List<DateRange>> assignments = assignments(scopes);
            List<ContributionRow> rows = new ArrayList<>();
            for (int i = 0; i < scopes.size(); i++) {
                UnitResult.Scope scope = scopes.get(i);
                Indicator indicator = indicators.get(scope.indicator());
                Optional<UnitContribution> contribution = UnitContribution.of(waiting.get(scope), indicator.timeBasis(),
                        Responsibility.ofReporting(assignments.get(i),
                                lives.getOrDefault(scope.unit(), DateRange.UNBOUNDED)));
                if (contribution.isPresent()) {
                    rows.add(ContributionRow.of(indicator, scope, contribution, false));
                }
            }
            insert.setString(1, TableRows.of(rows));
            insert.executeUpdate();
            waiting.clear();
        }

        /** In the order of the scopes. */
        private List<List<DateRange>> assignments(List<UnitResult.Scope> scopes) throws SQLException {
            List<List<DateRange>> assignments = new ArrayList<>();
            scopes.forEach(scope -> assignments.add(new ArrayList<>()));
            select.setArray(1, texts(scopes, scope -> scope.indicator().value()));
            select.setArray(2, texts(scopes, scope -> scope.unit().value()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    assignments.get(row.getInt("number") - 1).add(new DateRange(row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class)));
                }
            }
            return assignments;
        }

        private Array texts(List<UnitResult.Scope> scopes, Function<UnitResult.Scope, String> of) throws SQLException {
            return select.getConnection().createArrayOf("text", scopes.stream().map(of).toArray());
        }

        @Override
        public void close() throws SQLException {
            write();
            select.close();
            insert.close();
        }
    }
}
