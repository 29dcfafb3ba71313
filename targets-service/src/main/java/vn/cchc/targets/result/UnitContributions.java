package vn.cchc.targets.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.unit.ResponsibilityChanged;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

/** The units' contributions to the years, derived anew from the current figures when one of them changes. */
@ApplicationScoped
class UnitContributions {

    // The view unit_result for each of the scopes. A join with the view itself would read all of it.
    private static final String CURRENT = """
            select figure.* from unnest(cast(:indicators as text[]), cast(:regimes as text[]), cast(:years as int[]),
                cast(:units as text[])) as scope (indicator, regime, year, unit)
              cross join lateral (
                select * from (
                  select distinct on (r.period) r.* from unit_result_version r
                  where r.indicator = scope.indicator and r.regime = scope.regime and r.year = scope.year and r.unit = scope.unit
                  order by r.period, r.report_version desc, r.recorded_at desc, r.id desc) latest
                where retracted_at is null) figure""";

    private static final String DAYS = """
            select scope.number, a.indicator is not null as assigned, a.valid_from, a.valid_to, u.valid_from as unit_from,
              u.valid_to as unit_to
            from unnest(?::text[], ?::text[]) with ordinality as scope (indicator, unit, number)
              left join assignment a on a.indicator = scope.indicator and a.unit = scope.unit
              left join unit u on u.code = scope.unit""";

    private final DataSource connections;
    private final EntityManager database;
    private final Indicators indicators;
    private final MaintainedGroups groups;

    UnitContributions(DataSource connections, EntityManager database, Indicators indicators, MaintainedGroups groups) {
        this.connections = connections;
        this.database = database;
        this.indicators = indicators;
        this.groups = groups;
    }

    /** A flow begins with the first day of responsibility, so it changes with an assignment and with the unit's validity. */
    void onResponsibilityChanged(@Observes ResponsibilityChanged changed) {
        database.flush();
        Map<UnitResult.Scope, List<UnitResult>> figures = currentOf(changed.units()).stream()
                .collect(Collectors.groupingBy(UnitResult::scope));
        Set<IndicatorCode> codes = figures.keySet().stream().map(UnitResult.Scope::indicator).collect(Collectors.toSet());
        replace(indicators.withCodes(codes).stream().collect(Collectors.toMap(Indicator::code, Function.identity())), figures);
        groups.settle();
    }

    /** @param of the indicators of the scopes */
    void refresh(Map<IndicatorCode, Indicator> of, Collection<UnitResult.Scope> scopes) {
        Map<UnitResult.Scope, List<UnitResult>> figures = new HashMap<>();
        scopes.forEach(scope -> figures.put(scope, new ArrayList<>()));
        current(scopes).forEach(figure -> figures.get(figure.scope()).add(figure));
        replace(of, figures);
    }

    void clear() {
        database.createNativeQuery("delete from unit_contribution").executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<UnitResult> current(Collection<UnitResult.Scope> scopes) {
        return database.createNativeQuery(CURRENT, UnitResult.class)
                .setParameter("indicators", texts(scopes, scope -> scope.indicator().value()))
                .setParameter("regimes", texts(scopes, scope -> scope.regime().value()))
                .setParameter("years", scopes.stream().map(UnitResult.Scope::year).toArray(Integer[]::new))
                .setParameter("units", texts(scopes, scope -> scope.unit().value())).getResultList();
    }

    private static String[] texts(Collection<UnitResult.Scope> scopes, Function<UnitResult.Scope, String> of) {
        return scopes.stream().map(of).toArray(String[]::new);
    }

    @SuppressWarnings("unchecked")
    private List<UnitResult> currentOf(Collection<UnitCode> units) {
        return database.createNativeQuery("select * from unit_result where unit in (:units)", UnitResult.class)
                .setParameter("units", units.stream().map(UnitCode::value).toList()).getResultList();
    }

    private void replace(Map<IndicatorCode, Indicator> of, Map<UnitResult.Scope, List<UnitResult>> figures) {
        if (figures.isEmpty()) {
            return;
        }
        List<UnitResult.Scope> scopes = List.copyOf(figures.keySet());
        List<Responsibility> responsibilities = responsibilities(scopes);
        List<ContributionRow> rows = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            UnitResult.Scope scope = scopes.get(i);
            Indicator indicator = of.get(scope.indicator());
            rows.add(ContributionRow.of(indicator, scope,
                    UnitContribution.of(figures.get(scope), indicator.timeBasis(), responsibilities.get(i)),
                    groups.isTouched(scope)));
        }
        groups.replace(rows);
    }

    /** In the order of the scopes. */
    private List<Responsibility> responsibilities(List<UnitResult.Scope> scopes) {
        List<List<DateRange>> assignments = new ArrayList<>();
        scopes.forEach(scope -> assignments.add(new ArrayList<>()));
        DateRange[] lives = new DateRange[scopes.size()];
        try (Connection connection = connections.getConnection();
                PreparedStatement select = connection.prepareStatement(DAYS)) {
            select.setArray(1, connection.createArrayOf("text", texts(scopes, scope -> scope.indicator().value())));
            select.setArray(2, connection.createArrayOf("text", texts(scopes, scope -> scope.unit().value())));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int scope = row.getInt("number") - 1;
                    lives[scope] = days(row, "unit_from", "unit_to");
                    if (row.getBoolean("assigned")) {
                        assignments.get(scope).add(days(row, "valid_from", "valid_to"));
                    }
                }
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
        List<Responsibility> responsibilities = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            responsibilities.add(Responsibility.ofReporting(assignments.get(i), lives[i]));
        }
        return responsibilities;
    }

    private static DateRange days(ResultSet row, String from, String to) throws SQLException {
        return new DateRange(row.getObject(from, LocalDate.class), row.getObject(to, LocalDate.class));
    }
}
