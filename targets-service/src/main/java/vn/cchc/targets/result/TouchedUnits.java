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

    boolean has(UnitResult.Scope scope) {
        return scopes.contains(new UnitScope(scope.unit(), scope.regime(), scope.year()));
    }

    Map<CountedUnits, ResultTotal> differences() {
        return differences;
    }

    void add(Map<CountedUnits, ResultTotal> counts) {
        counts.forEach((group, total) -> differences.merge(group, total, ResultTotal::plus));
    }

    void subtract(Map<CountedUnits, ResultTotal> counts) {
        counts.forEach((group, total) -> differences.merge(group, total.negated(), ResultTotal::plus));
    }

    void clear() {
        scopes.clear();
        differences.clear();
    }
}
