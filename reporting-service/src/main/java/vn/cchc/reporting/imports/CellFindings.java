package vn.cchc.reporting.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import vn.cchc.reporting.quality.CheckResult;
import vn.cchc.reporting.quality.Finding;
import vn.cchc.reporting.quality.Severity;
import vn.cchc.rest.problem.ProblemType;

/** What the quality gate finds in the reports of an import, in the order of the file. */
class CellFindings {

    /** The rest is counted only. */
    static final int MAX_KEPT = 10_000;

    private static final String FIGURES = "figures";

    private final FigureSheet sheet;
    private final FigureRows rows;
    private final SortedMap<Integer, List<CellFinding>> byRow = new TreeMap<>();
    private final Set<ProblemType> ofPeriod = new HashSet<>();
    private int errors;
    private int warnings;

    CellFindings(FigureSheet sheet, FigureRows rows) {
        this.sheet = sheet;
        this.rows = rows;
    }

    void add(String unit, CheckResult result) {
        Stream.concat(result.errors().stream(), result.warnings().stream()).forEach(finding -> add(unit, finding));
    }

    private void add(String unit, Finding finding) {
        String[] pointer = finding.violation().pointer().split("/");
        if (pointer[1].equals(FIGURES)) {
            String indicator = pointer[2];
            Optional<Integer> row = rows.find(unit, indicator);
            ImportColumn column = ImportColumn.ofField(finding.violation().pointer());
            keep(row.orElse(0), new CellFinding(unit, indicator, sheet.name(),
                    row.map(number -> sheet.cell(number, column)).orElse(null), finding));
        } else if (ofPeriod.add(finding.violation().type())) {
            // The same for every unit.
            keep(0, new CellFinding(null, null, null, null, finding));
        }
    }

    private void keep(int row, CellFinding found) {
        if (errors + warnings < MAX_KEPT) {
            byRow.computeIfAbsent(row, number -> new ArrayList<>()).add(found);
        }
        if (found.finding().severity() == Severity.ERROR) {
            errors++;
        } else {
            warnings++;
        }
    }

    int errors() {
        return errors;
    }

    int warnings() {
        return warnings;
    }

    List<CellFinding> kept() {
        return byRow.values().stream().flatMap(List::stream).toList();
    }
}
