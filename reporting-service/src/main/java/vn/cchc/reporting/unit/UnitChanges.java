package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;

@ApplicationScoped
class UnitChanges implements PanacheRepositoryBase<UnitChange, UUID> {

    /** The changes that concern a unit, in the order in which they were recorded. */
    List<UnitChange> of(Unit unit, Paging paging) {
        return find("array_contains(units, ?1) and id > ?2 order by id", unit.code, paging.afterId()).page(0, paging.rows())
                .list();
    }

    /** Whether a unit begins, ends or takes over another one by a change on this day or later. */
    boolean followAfter(LocalDate date, Unit unit) {
        return count("date >= ?1 and (array_contains(predecessors, ?2) or array_contains(successors, ?2))", date,
                unit.code) > 0;
    }
}
