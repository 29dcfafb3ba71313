package vn.cchc.reporting.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.values.UnitCode;

/** The filters of a list of units. */
public class UnitFilter {

    @QueryParam("asOf")
    @Parameter(description = "The units that existed on a day, with the names, types and parents of that day; without it all units as they are now", example = "2025-06-30")
    LocalDate asOf;

    @QueryParam("parent")
    @Parameter(description = "Only the units below this one", example = "SGDDT")
    UnitCode parent;

    @QueryParam("tree")
    @DefaultValue("ORGANISATION")
    @Parameter(description = "The tree in which `parent` stands")
    UnitTree tree;

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Only the units whose name, English name or code contains this text; case and diacritics make no difference", example = "soc trang")
    String q;

    @QueryParam("updatedAfter")
    @Parameter(description = "Only the units that have changed since", example = "2025-07-01T00:00:00Z")
    Instant updatedAfter;

    /** The conditions in HQL and their parameters. */
    record Condition(String hql, Map<String, Object> parameters) {
    }

    Condition condition(String after) {
        StringBuilder hql = new StringBuilder("from Unit u where u.code > :after");
        Map<String, Object> parameters = new TreeMap<>(Map.of("after", after));
        if (asOf != null) {
            hql.append(" and (u.validFrom is null or u.validFrom <= :day) and (u.validTo is null or u.validTo >= :day)");
            parameters.put("day", asOf);
        }
        if (parent != null) {
            hql.append(" and ").append(asOf == null ? isBelowNow() : wasBelow());
            parameters.put("parent", parent.value());
        }
        if (q != null) {
            hql.append(" and locate(function('without_diacritics', :q), ").append(asOf == null ? "u.searchText) > 0"
                    : """
                            coalesce((select function('without_diacritics', n.name || ' ' || n.nameEn || ' ' || u.code) from u.names n
                            where (n.validFrom is null or n.validFrom <= :day) and (n.validTo is null or n.validTo >= :day)),
                            u.searchText)) > 0""");
            parameters.put("q", q);
        }
        if (updatedAfter != null) {
            hql.append(" and u.updatedAt > :updatedAfter");
            parameters.put("updatedAfter", updatedAfter);
        }
        return new Condition(hql.append(" order by u.code").toString(), parameters);
    }

    UnitView view(Unit unit) {
        return asOf == null ? UnitView.of(unit) : UnitView.asOf(asOf, unit);
    }

    private String isBelowNow() {
        return tree == UnitTree.REPORTING ? "u.reportingParent = :parent" : "u.parent = :parent";
    }

    private String wasBelow() {
        return """
                (u.parents is empty and %s
                or exists (select 1 from u.parents p where p.tree = vn.cchc.reporting.unit.UnitTree.%s and p.parent = :parent
                and (p.validFrom is null or p.validFrom <= :day) and (p.validTo is null or p.validTo >= :day)))"""
                .formatted(isBelowNow(), tree.name());
    }
}
