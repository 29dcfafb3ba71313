package vn.cchc.targets.result;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.transaction.TransactionScoped;

/** The units that a transaction changes, and by how much the groups change: without them as they stood before. */
@TransactionScoped
class TouchedUnits {

    private final Set<UnitScope> scopes = new HashSet<>();
    private final Map<CountedUnits, ResultTotal> differences = new HashMap<>();

    Set<UnitScope> scopes() {
        return scopes;
    }

    Map<CountedUnits, ResultTotal> differences() {
        return differences;
    }

    void add(CountedUnits group, ResultTotal total) {
        differences.merge(group, total, ResultTotal::plus);
    }

    void clear() {
        scopes.clear();
        differences.clear();
    }
}
