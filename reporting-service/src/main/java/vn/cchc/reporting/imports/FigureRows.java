package vn.cchc.reporting.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The row of each figure of a file. Its memory grows with the units and indicators that exist, not with the file. */
class FigureRows {

    /** By the number of the indicator: 0 without a row, negative for a row that nobody has filled in. */
    private final Map<String, int[]> rows = new TreeMap<>();
    private final Map<String, Integer> indicators = new HashMap<>();

    /** @return false if another row has the figure already */
    boolean add(EnteredRow row) {
        int indicator = indicators.computeIfAbsent(row.indicator(), code -> indicators.size());
        int[] ofUnit = rows.computeIfAbsent(row.unit(), unit -> new int[indicators.size()]);
        if (indicator >= ofUnit.length) {
            ofUnit = Arrays.copyOf(ofUnit, indicators.size());
            rows.put(row.unit(), ofUnit);
        }
        if (ofUnit[indicator] > 0) {
            return row.isBlank();
        }
        ofUnit[indicator] = row.isBlank() ? -row.number() : row.number();
        return true;
    }

    Optional<Integer> find(String unit, String indicator) {
        int[] ofUnit = rows.get(unit);
        Integer number = indicators.get(indicator);
        return ofUnit == null || number == null || number >= ofUnit.length || ofUnit[number] == 0 ? Optional.empty()
                : Optional.of(Math.abs(ofUnit[number]));
    }

    /** The units with at least one figure, in the order of their codes. */
    List<String> units() {
        return rows.entrySet().stream().filter(unit -> Arrays.stream(unit.getValue()).anyMatch(row -> row > 0))
                .map(Map.Entry::getKey).toList();
    }
}
