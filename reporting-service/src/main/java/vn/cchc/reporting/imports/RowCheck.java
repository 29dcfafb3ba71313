package vn.cchc.reporting.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.AssignedIndicators;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.report.FigureEntry.Existing;
import vn.cchc.reporting.unit.UnitLife;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.UnitCode;

/**
 * The rules for the rows of one file. It remembers which figures it has seen: its memory grows with the indicators and units
 * that
 * exist, not with the file.
 */
class RowCheck {

    /** What the database knows of the units of some rows. */
    record Known(Map<String, UnitLife> units, Map<String, Existing> reports, Map<String, Map<String, Indicator>> required) {

        Known(Map<String, UnitLife> units, Map<String, Existing> reports) {
            this(units, reports, new HashMap<>());
        }
    }

    private final FigureSheet sheet;
    private final Period period;
    private final Set<String> own;
    private final AssignedIndicators assigned;
    private final Map<String, BitSet> seen = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    RowCheck(FigureSheet sheet, Period period, Set<String> own, AssignedIndicators assigned) {
        this.sheet = sheet;
        this.period = period;
        this.own = own;
        this.assigned = assigned;
    }

    /** The conflicts of a row, all at once; none if it can be imported. */
    List<Conflict> check(EnteredRow row, Known known) {
        return row.isBlank() ? List.of() : conflicts(row, known);
    }

    private List<Conflict> conflicts(EnteredRow row, Known known) {
        List<Conflict> conflicts = new ArrayList<>(row.conflicts());
        if (row.unit() == null || row.indicator() == null) {
            conflicts
                    .add(at(row, row.unit() == null ? ImportColumn.UNIT : ImportColumn.INDICATOR, ReportingProblem.CELL_EMPTY));
            return conflicts;
        }
        if (!own.contains(row.unit())) {
            conflicts.add(sheet.at(row.source(), ImportColumn.UNIT, CommonProblem.FOREIGN_UNIT, row.unit()));
            return conflicts;
        }
        UnitLife unit = known.units().get(row.unit());
        if (unit == null) {
            conflicts.add(at(row, ImportColumn.UNIT, ReportingProblem.UNKNOWN_UNIT, row.unit()));
            return conflicts;
        }
        if (!unit.days().overlaps(period.window())) {
            conflicts.add(at(row, ImportColumn.UNIT, ReportingProblem.UNIT_CLOSED, row.unit(), period.from(), period.to()));
            return conflicts;
        }
        Existing report = known.reports().get(row.unit());
        if (report != null && report.closed()) {
            conflicts.add(at(row, ImportColumn.UNIT, ReportingProblem.UNIT_CLOSED, row.unit(), period.from(), period.to()));
        } else if (report != null && !report.isOpen()) {
            conflicts.add(at(row, ImportColumn.UNIT, ReportingProblem.NOT_EDITABLE, report.state()));
        }
        Indicator indicator = known.required().computeIfAbsent(row.unit(), code -> indicators(unit)).get(row.indicator());
        conflicts.addAll(indicator == null
                ? List.of(at(row, ImportColumn.INDICATOR, ReportingProblem.NOT_REQUIRED, row.indicator(), row.unit()))
                : figureConflicts(row, indicator));
        if (report != null && report.isOpen() && conflicts.isEmpty() && report.isLocked(row.indicator(), row.figure())) {
            conflicts.add(at(row, ImportColumn.INDICATOR, ReportingProblem.FIELD_LOCKED, "figures/" + row.indicator()));
        }
        return conflicts;
    }

    private Map<String, Indicator> indicators(UnitLife unit) {
        return assigned.requiredFor(new UnitCode(unit.code()), unit.days()).stream()
                .collect(Collectors.toMap(indicator -> indicator.code().value(), Function.identity()));
    }

    private List<Conflict> figureConflicts(EnteredRow row, Indicator indicator) {
        List<Conflict> conflicts = new ArrayList<>();
        for (Violation violation : row.figure().violations(indicator, "")) {
            Conflict conflict = sheet.at(row.source(), ImportColumn.ofField(violation.pointer()), violation.type(),
                    violation.args().toArray());
            // A cell that could not be read has its conflict already.
            if (row.conflicts().stream().noneMatch(other -> other.cell().equals(conflict.cell()))) {
                conflicts.add(conflict);
            }
        }
        if (isRepeated(row)) {
            conflicts.add(at(row, ImportColumn.INDICATOR, ReportingProblem.REPEATED_FIGURE, row.indicator(), row.unit()));
        }
        return conflicts;
    }

    /** A row that an earlier attempt has done. */
    void remember(EnteredRow row) {
        if (!row.isBlank() && row.unit() != null && own.contains(row.unit())
                && assigned.isAssigned(row.unit(), row.indicator())) {
            isRepeated(row);
        }
    }

    private boolean isRepeated(EnteredRow row) {
        BitSet figures = seen.computeIfAbsent(row.unit(), unit -> new BitSet());
        int number = numbers.computeIfAbsent(row.indicator(), indicator -> numbers.size());
        boolean repeated = figures.get(number);
        figures.set(number);
        return repeated;
    }

    private Conflict at(EnteredRow row, ImportColumn column, ReportingProblem type, Object... args) {
        return sheet.at(row.source(), column, type, args);
    }
}
