package vn.cchc.targets.result;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.RegimeCode;

/** Counts the groups of a year anew where they are not maintained: after a change of the calendar, and after a rebuild. */
@ApplicationScoped
class YearCounting {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static final String TRY_LOCK_ALL = "select pg_try_advisory_xact_lock(hashtextextended('unit_group', 0)) ";

    private static final String MISSING = """
            select regime, year from (
              select regime, year from period union all
              select regime, generate_series(year_from, year_to) from plan) known
            where regime in (select regime from plan)
              and not exists (select from grouped_year g where g.regime = known.regime and g.year = known.year)
            group by regime, year
            order by abs(year - extract(year from current_date)), regime""";

    private final EntityManager database;
    private final Periods periods;
    private final UnitCounts counts;

    YearCounting(EntityManager database, Periods periods, UnitCounts counts) {
        this.database = database;
        this.periods = periods;
        this.counts = counts;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(INTERVAL, "The groups of a year cannot be counted", this::countMissing);
    }

    @SuppressWarnings("unchecked")
    private void countMissing() {
        List<Tuple> missing = QuarkusTransaction.requiringNew()
                .call(() -> (List<Tuple>) database.createNativeQuery(MISSING, Tuple.class).getResultList());
        for (Tuple year : missing) {
            QuarkusTransaction.requiringNew().timeout((int) TIMEOUT.toSeconds())
                    .run(() -> count(new RegimeCode(year.get("regime", String.class)), year.get("year", Integer.class)));
        }
    }

    /** Does nothing while a rebuild or another change is under way. */
    private void count(RegimeCode regime, int year) {
        if (!(Boolean) database.createNativeQuery(TRY_LOCK_ALL, Boolean.class).getSingleResult()) {
            return;
        }
        ReportingYear reporting = periods.year(regime, year);
        database.createNativeQuery("delete from unit_group where regime = :regime and year = :year")
                .setParameter("regime", regime.value()).setParameter("year", year).executeUpdate();
        database.createNativeQuery("""
                insert into grouped_year (regime, year, first_day, last_day) values (:regime, :year, :first, :last)
                on conflict do nothing""").setParameter("regime", regime.value()).setParameter("year", year)
                .setParameter("first", reporting.firstDay()).setParameter("last", reporting.lastDay()).executeUpdate();
        counts.insertAll(regime, year);
    }
}
