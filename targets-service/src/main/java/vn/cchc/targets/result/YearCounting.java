package vn.cchc.targets.result;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

/**
 * Counts the groups of a year anew where they are not maintained: after a change of the calendar, and after a rebuild. Some
 * thousand units are counted in a transaction, in which nothing else changes a unit; those that are counted are maintained.
 */
@ApplicationScoped
class YearCounting {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    // It waits for running changes, which must not wait for long in turn.
    private static final String LOCK_ALL = """
            select set_config('lock_timeout', '1s', true),
              cast(pg_advisory_xact_lock(hashtextextended('unit_group', 0)) as text)""";

    private static final String LAST = "~";
    private static final String NEXT = """
            select case when count(*) = :units then max(code) else '~' end
            from (select code from unit where code > :after order by code limit :units) next""";

    private static final String MISSING = """
            select regime, year from (
              select regime, year from period union all
              select regime, generate_series(year_from, year_to) from plan) known
            where regime in (select regime from plan)
              and not exists (
                select from grouped_year g where g.regime = known.regime and g.year = known.year and g.counted_to = '~')
            group by regime, year
            order by abs(year - extract(year from current_date)), regime""";

    private final EntityManager database;
    private final Periods periods;
    private final UnitCounts counts;
    private final GroupsConfig config;

    YearCounting(EntityManager database, Periods periods, UnitCounts counts, GroupsConfig config) {
        this.database = database;
        this.periods = periods;
        this.counts = counts;
        this.config = config;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(INTERVAL, "The groups of a year cannot be counted", this::countMissing);
    }

    @SuppressWarnings("unchecked")
    private void countMissing() {
        List<Tuple> missing = QuarkusTransaction.requiringNew()
                .call(() -> (List<Tuple>) database.createNativeQuery(MISSING, Tuple.class).getResultList());
        missing.forEach(year -> count(new RegimeCode(year.get("regime", String.class)), year.get("year", Integer.class)));
    }

    /** Others can change units between two ranges. */
    private void count(RegimeCode regime, int year) {
        while (!QuarkusTransaction.requiringNew().timeout((int) TIMEOUT.toSeconds()).call(() -> countRange(regime, year))) {
            // The next range.
        }
    }

    private boolean countRange(RegimeCode regime, int year) {
        database.createNativeQuery(LOCK_ALL, Tuple.class).getSingleResult();
        String after = countedTo(regime, year).orElseGet(() -> begin(regime, year));
        String to = (String) database.createNativeQuery(NEXT, String.class).setParameter("after", after)
                .setParameter("units", config.unitsAtOnce()).getSingleResult();
        counts.addRange(regime, year, after, to);
        database.createNativeQuery("update grouped_year set counted_to = :to where regime = :regime and year = :year")
                .setParameter("to", to).setParameter("regime", regime.value()).setParameter("year", year).executeUpdate();
        return to.equals(LAST);
    }

    @SuppressWarnings("unchecked")
    private Optional<String> countedTo(RegimeCode regime, int year) {
        return database
                .createNativeQuery("select counted_to from grouped_year where regime = :regime and year = :year", String.class)
                .setParameter("regime", regime.value()).setParameter("year", year).getResultStream().findFirst();
    }

    private String begin(RegimeCode regime, int year) {
        ReportingYear reporting = periods.year(regime, year);
        database.createNativeQuery("delete from unit_group where regime = :regime and year = :year")
                .setParameter("regime", regime.value()).setParameter("year", year).executeUpdate();
        database.createNativeQuery("""
                insert into grouped_year (regime, year, first_day, last_day, counted_to)
                values (:regime, :year, :first, :last, '')""").setParameter("regime", regime.value()).setParameter("year", year)
                .setParameter("first", reporting.firstDay()).setParameter("last", reporting.lastDay()).executeUpdate();
        return "";
    }
}
