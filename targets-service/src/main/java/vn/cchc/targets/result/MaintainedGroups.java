package vn.cchc.targets.result;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import vn.cchc.targets.unit.ResponsibilityChanging;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/**
 * Keeps the groups of units as they would be counted, so that a reader reads few rows however many units report. A transaction
 * that changes the standing of units touches them first: how they stood is counted then, how they stand when it settles. What
 * units contribute is replaced and counted in one statement. The differences are written at the end, so the rows that many
 * transactions share are locked for the shortest time.
 */
@ApplicationScoped
public class MaintainedGroups {

    // Few keys for many units: each lock takes memory until the end of the transaction, and a rebuild has all units.
    private static final String LOCK_UNITS = """
            select count(pg_advisory_xact_lock(hashtext('contributions'), key))
            from (select distinct abs(hashtext(unit) % 1024) as key from unnest(cast(:units as text[])) as u (unit) order by key) keys""";
    private static final String LOCK_GROUPS = """
            select set_config('cchc.unit_groups', 'maintained', true),
              cast(pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0)) as text)""";

    private final EntityManager database;
    private final UnitCounts counts;
    private final GroupRows rows;
    private final TouchedUnits touched;

    MaintainedGroups(EntityManager database, UnitCounts counts, GroupRows rows, TouchedUnits touched) {
        this.database = database;
        this.counts = counts;
        this.rows = rows;
        this.touched = touched;
    }

    /** Until the transaction ends, no other transaction changes these units' figures, reports or responsibility. */
    @Transactional(TxType.MANDATORY)
    public void lock(Collection<UnitCode> units) {
        // A flush before would write to the tables whose triggers look at the setting.
        database.createNativeQuery(LOCK_GROUPS, Tuple.class).setFlushMode(FlushModeType.COMMIT).getSingleResult();
        database.createNativeQuery(LOCK_UNITS, Long.class).setFlushMode(FlushModeType.COMMIT)
                .setParameter("units", units.stream().map(UnitCode::value).toArray(String[]::new)).getSingleResult();
    }

    /** For the begin of a change of how units stand. */
    @Transactional(TxType.MANDATORY)
    public void touch(Collection<UnitScope> scopes) {
        Set<UnitScope> added = new HashSet<>(scopes);
        added.removeAll(touched.scopes());
        lock(added.stream().map(UnitScope::unit).collect(Collectors.toSet()));
        touched.subtract(counts.of(added));
        touched.scopes().addAll(added);
    }

    @SuppressWarnings("unchecked")
    void onResponsibilityChanging(@Observes ResponsibilityChanging changing) {
        lock(changing.units());
        List<Tuple> years = database.createNativeQuery("select regime, year from grouped_year", Tuple.class).getResultList();
        touch(changing.units().stream().flatMap(unit -> years.stream().map(
                year -> new UnitScope(unit, new RegimeCode(year.get("regime", String.class)), year.get("year", Integer.class))))
                .toList());
    }

    boolean isTouched(UnitResult.Scope scope) {
        return touched.has(scope);
    }

    /** Replaces what locked units contribute. */
    void replace(Collection<ContributionRow> contributions) {
        touched.add(counts.replace(contributions));
    }

    /** For the end of a change. */
    @Transactional(TxType.MANDATORY)
    public void settle() {
        database.flush();
        touched.add(counts.of(touched.scopes()));
        rows.add(touched.differences());
        touched.clear();
    }
}
