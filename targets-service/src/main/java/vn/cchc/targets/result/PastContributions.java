package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * The contributions of the units at an earlier moment, derived from the figures of that moment into a temporary table of the
 * same
 * name. They are not kept, because their intermediate states depend on the order in which events of several topics arrive.
 */
@ApplicationScoped
class PastContributions {

    private static final int BATCH_SIZE = 1000;
    private static final String INSERT = """
            insert into as_of.unit_contribution (indicator, plan, regime, year, unit, basis, cut_off, annual, numerator, denominator,
              not_achieved, partly_achieved, achieved) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIGURES = """
            select * from unit_result where indicator in (:indicators) and regime = :regime order by indicator, year, unit""";

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
        Responsibilities responsibilities = new Responsibilities(indicators.assignments(known.keySet()), units.validities());
        try (Stream<UnitResult> figures = figures(regime, known.keySet());
                Rows rows = new Rows(connection.prepareStatement(INSERT), known, responsibilities)) {
            List<UnitResult> ofScope = new ArrayList<>();
            for (UnitResult figure : (Iterable<UnitResult>) figures::iterator) {
                if (!ofScope.isEmpty() && !ofScope.get(0).scope().equals(figure.scope())) {
                    rows.add(ofScope);
                    ofScope.clear();
                }
                database.detach(figure);
                ofScope.add(figure);
            }
            rows.add(ofScope);
        }
    }

    private Stream<UnitResult> figures(RegimeCode regime, Set<IndicatorCode> codes) {
        return database.createNativeQuery(FIGURES, UnitResult.class)
                .setParameterList("indicators", codes.stream().map(IndicatorCode::value).toList())
                .setParameter("regime", regime.value()).setFetchSize(BATCH_SIZE).getResultStream();
    }

    private record Responsibilities(Map<IndicatorCode, Map<UnitCode, List<DateRange>>> assignments,
            Map<UnitCode, DateRange> lives) {

        Responsibility of(UnitResult.Scope scope) {
            return Responsibility.ofReporting(assignments.getOrDefault(scope.indicator(), Map.of())
                    .getOrDefault(scope.unit(), List.of()), lives.getOrDefault(scope.unit(), DateRange.UNBOUNDED));
        }
    }

    private static final class Rows implements AutoCloseable {

        private final PreparedStatement insert;
        private final Map<IndicatorCode, Indicator> indicators;
        private final Responsibilities responsibilities;
        private int waiting;

        Rows(PreparedStatement insert, Map<IndicatorCode, Indicator> indicators, Responsibilities responsibilities) {
            this.insert = insert;
            this.indicators = indicators;
            this.responsibilities = responsibilities;
        }

        void add(List<UnitResult> figures) throws SQLException {
            if (figures.isEmpty()) {
                return;
            }
            UnitResult.Scope scope = figures.get(0).scope();
            Indicator indicator = indicators.get(scope.indicator());
            Optional<UnitContribution> contribution = UnitContribution.of(figures, indicator.timeBasis(),
                    responsibilities.of(scope));
            if (contribution.isPresent()) {
                add(indicator, scope, contribution.get());
            }
        }

        private void add(Indicator indicator, UnitResult.Scope scope, UnitContribution contribution) throws SQLException {
            ResultTotal total = contribution.total();
            insert.setString(1, scope.indicator().value());
            insert.setString(2, indicator.plan().code().value());
            insert.setString(3, scope.regime().value());
            insert.setInt(4, scope.year());
            insert.setString(5, scope.unit().value());
            insert.setString(6, contribution.basis());
            insert.setObject(7, contribution.latest().cutOff());
            insert.setBoolean(8, contribution.latest().annual);
            insert.setBigDecimal(9, new BigDecimal(total.numerator()));
            insert.setBigDecimal(10, new BigDecimal(total.denominator()));
            insert.setLong(11, total.notAchieved());
            insert.setLong(12, total.partlyAchieved());
            insert.setLong(13, total.achieved());
            insert.addBatch();
            waiting++;
            if (waiting == BATCH_SIZE) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            insert.executeBatch();
            insert.close();
        }
    }
}
