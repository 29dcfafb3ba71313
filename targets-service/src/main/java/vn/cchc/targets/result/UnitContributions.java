package vn.cchc.targets.result;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.unit.ResponsibilityChanged;
import vn.cchc.targets.unit.Unit;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** The units' contributions to the years, derived anew from the current figures when one of them changes. */
@ApplicationScoped
class UnitContributions {

    // A contribution depends on several figures of the unit, which arrive by different partitions.
    private static final String LOCK_KEY = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('contributions of ' || :unit, 0))) as lock""";

    private static final String REPLACE = """
            insert into unit_contribution (indicator, plan, regime, year, unit, basis, cut_off, annual, numerator, denominator,
              not_achieved, partly_achieved, achieved)
            values (:indicator, :plan, :regime, :year, :unit, :basis, :cutOff, :annual, :numerator, :denominator, :notAchieved,
              :partlyAchieved, :achieved)
            on conflict (indicator, regime, year, unit) do update set
              basis = excluded.basis, cut_off = excluded.cut_off, annual = excluded.annual, numerator = excluded.numerator,
              denominator = excluded.denominator, not_achieved = excluded.not_achieved,
              partly_achieved = excluded.partly_achieved, achieved = excluded.achieved""";

    private final EntityManager database;
    private final Indicators indicators;

    UnitContributions(EntityManager database, Indicators indicators) {
        this.database = database;
        this.indicators = indicators;
    }

    /** Until the transaction ends, no other transaction changes the unit's contributions. */
    void lock(UnitCode unit) {
        database.createNativeQuery(LOCK_KEY).setParameter("unit", unit.value()).getSingleResult();
    }

    /** A flow begins with the first day of responsibility, so it changes with an assignment and with the unit's validity. */
    void onResponsibilityChanged(@Observes ResponsibilityChanged changed) {
        lock(changed.unit());
        Map<UnitResult.Scope, List<UnitResult>> figures = currentOf(changed.unit()).stream()
                .collect(Collectors.groupingBy(UnitResult::scope));
        figures.forEach((scope, current) -> refresh(indicators.require(scope.indicator()), scope, current));
    }

    void refresh(Indicator indicator, UnitResult.Scope scope) {
        refresh(indicator, scope, current(scope));
    }

    private void refresh(Indicator indicator, UnitResult.Scope scope, List<UnitResult> current) {
        UnitContribution.of(current, indicator.timeBasis(), responsibility(scope))
                .ifPresentOrElse(contribution -> replace(indicator, scope, contribution), () -> remove(scope));
    }

    void clear() {
        database.createNativeQuery("delete from unit_contribution").executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<UnitResult> current(UnitResult.Scope scope) {
        return database.createNativeQuery("""
                select * from unit_result
                where indicator = :indicator and regime = :regime and year = :year and unit = :unit""", UnitResult.class)
                .setParameter("indicator", scope.indicator().value()).setParameter("regime", scope.regime().value())
                .setParameter("year", scope.year()).setParameter("unit", scope.unit().value()).getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<UnitResult> currentOf(UnitCode unit) {
        return database.createNativeQuery("select * from unit_result where unit = :unit", UnitResult.class)
                .setParameter("unit", unit.value()).getResultList();
    }

    private Responsibility responsibility(UnitResult.Scope scope) {
        Unit unit = database.find(Unit.class, scope.unit().value());
        return Responsibility.ofReporting(indicators.assignments(scope.indicator(), scope.unit()),
                unit == null ? DateRange.UNBOUNDED : unit.validity());
    }

    private void replace(Indicator indicator, UnitResult.Scope scope, UnitContribution contribution) {
        ResultTotal total = contribution.total();
        database.createNativeQuery(REPLACE).setParameter("indicator", scope.indicator().value())
                .setParameter("plan", indicator.plan().code().value()).setParameter("regime", scope.regime().value())
                .setParameter("year", scope.year()).setParameter("unit", scope.unit().value())
                .setParameter("basis", contribution.basis()).setParameter("cutOff", contribution.latest().cutOff())
                .setParameter("annual", contribution.latest().annual).setParameter("numerator", total.numerator())
                .setParameter("denominator", total.denominator()).setParameter("notAchieved", total.notAchieved())
                .setParameter("partlyAchieved", total.partlyAchieved()).setParameter("achieved", total.achieved())
                .executeUpdate();
    }

    private void remove(UnitResult.Scope scope) {
        database.createNativeQuery("""
                delete from unit_contribution
                where indicator = :indicator and regime = :regime and year = :year and unit = :unit""")
                .setParameter("indicator", scope.indicator().value()).setParameter("regime", scope.regime().value())
                .setParameter("year", scope.year()).setParameter("unit", scope.unit().value()).executeUpdate();
    }
}
