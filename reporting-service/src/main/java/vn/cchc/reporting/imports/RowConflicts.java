package vn.cchc.reporting.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The conflicts of some rows, in the order of the file. */
class RowConflicts {

    private final SortedMap<Integer, List<Conflict>> byRow = new TreeMap<>();
    private final Set<String> units = new HashSet<>();

    /** Keeps one conflict for each cell and reason. */
    void add(EnteredRow row, Collection<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            List<Conflict> known = byRow.computeIfAbsent(row.number(), number -> new ArrayList<>());
            conflicts.stream().filter(conflict -> !known.contains(conflict)).forEach(known::add);
            units.add(row.unit());
        }
    }

    boolean isRefused(EnteredRow row) {
        return byRow.containsKey(row.number());
    }

    /** Whether a row of this unit is refused. */
    boolean concern(String unit) {
        return units.contains(unit);
    }

    Set<String> units() {
        return units;
    }

    int rows() {
        return byRow.size();
    }

    List<Conflict> all() {
        return byRow.values().stream().flatMap(List::stream).toList();
    }
}
