package vn.cchc.reporting.imports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.quality.Part;
import vn.cchc.reporting.report.EntryRules;
import vn.cchc.reporting.report.ExistingReport;
import vn.cchc.reporting.report.Figure;
import vn.cchc.reporting.report.NewFigure;
import vn.cchc.reporting.unit.UnitLife;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/**
 * The rules for the rows of one file: those of each row by itself, then those of all rows of a unit, which are the rules of
 * every entry of figures.
 */
class RowCheck {

    /** What the database knows of the units of some rows. */
    record Known(Map<String, UnitLife> units, Map<String, ExistingReport> reports) {
    }

    /** @param valid the figures that can be entered, by unit and indicator */
    record Checked(Map<String, Map<String, NewFigure>> valid, RowConflicts conflicts) {
    }

    /** The rows of a unit that have their place in its report. */
    private record UnitRows(EntryRules rules, ExistingReport report, Map<String, EnteredRow> rows) {

        Map<String, Figure> kept() {
            return report == null ? Map.of() : report.figures();
        }

        boolean isLocked(String indicator, NewFigure figure) {
            return report != null && report.isOpen() && report.isLocked(indicator, figure);
        }

        /** The rows from whose figures a kept figure is derived, with the part. */
        Map<EnteredRow, Part> sources(String indicator) {
            Map<EnteredRow, Part> sources = new LinkedHashMap<>();
            rules.derivationsOf(new IndicatorCode(indicator)).map(EntryRules.Derivation::source)
                    .filter(source -> rows.containsKey(source.indicator().value()))
                    .forEach(source -> sources.put(rows.get(source.indicator().value()), source.part()));
            return sources;
        }
    }

    private final FigureSheet sheet;
    private final ImportScope scope;
    private final boolean allOrNothing;
    private final FigureRows rows = new FigureRows();
    private final Set<String> refusedUnits = new HashSet<>();

    RowCheck(FigureSheet sheet, ImportScope scope, boolean allOrNothing) {
        this.sheet = sheet;
        this.scope = scope;
        this.allOrNothing = allOrNothing;
    }

    FigureRows rows() {
        return rows;
    }

    /** The units of which something was imported. */
    List<String> importedUnits() {
        return rows.units().stream().filter(unit -> !allOrNothing || !refusedUnits.contains(unit)).toList();
    }

    Checked check(List<EnteredRow> batch, Known known) {
        RowConflicts found = new RowConflicts();
        Map<String, UnitRows> units = new TreeMap<>();
        for (EnteredRow row : batch) {
            if (row.isBlank()) {
                remember(row);
            } else {
                place(row, known, units, found);
            }
        }
        Map<String, Map<String, NewFigure>> valid = new TreeMap<>();
        units.forEach((unit, of) -> valid.put(unit, checkTogether(unit, of, found)));
        valid.values().removeIf(Map::isEmpty);
        found.units().stream().filter(unit -> unit != null && scope.ownUnits().contains(unit)).forEach(refusedUnits::add);
        return new Checked(valid, found);
    }

    /** Also for a row that an earlier attempt has done. */
    void remember(EnteredRow row) {
        if (row.unit() != null && scope.ownUnits().contains(row.unit())
                && scope.assigned().isAssigned(row.unit(), row.indicator())) {
            rows.add(row);
        }
    }

    private void place(EnteredRow row, Known known, Map<String, UnitRows> units, RowConflicts found) {
        found.add(row, row.conflicts());
        Optional<Conflict> misplaced = misplaced(row, known);
        if (misplaced.isPresent()) {
            found.add(row, List.of(misplaced.get()));
            return;
        }
        UnitRows unit = units.computeIfAbsent(row.unit(),
                code -> new UnitRows(scope.entryRules(known.units().get(code)), known.reports().get(code),
                        new LinkedHashMap<>()));
        notOpen(row, unit.report()).ifPresent(conflict -> found.add(row, List.of(conflict)));
        boolean required = unit.rules().required().containsKey(row.indicator());
        if (required && rows.add(row)) {
            unit.rows().put(row.indicator(), row);
            return;
        }
        found.add(row, conflicts(row, unit.rules().violations(row.indicator(), row.figure(), "")));
        if (required) {
            found.add(row, List.of(at(row, ImportColumn.INDICATOR, ReportingProblem.REPEATED_FIGURE, row.indicator(),
                    row.unit())));
        }
    }

    private Optional<Conflict> misplaced(EnteredRow row, Known known) {
        if (row.unit() == null || row.indicator() == null) {
            return Optional.of(at(row, row.unit() == null ? ImportColumn.UNIT : ImportColumn.INDICATOR,
                    ReportingProblem.CELL_EMPTY));
        }
        if (!scope.ownUnits().contains(row.unit())) {
            return Optional.of(at(row, ImportColumn.UNIT, CommonProblem.FOREIGN_UNIT, row.unit()));
        }
        UnitLife unit = known.units().get(row.unit());
        if (unit == null) {
            return Optional.of(at(row, ImportColumn.UNIT, ReportingProblem.UNKNOWN_UNIT, row.unit()));
        }
        return unit.days().overlaps(scope.period().window()) ? Optional.empty() : Optional.of(closed(row));
    }

    private Optional<Conflict> notOpen(EnteredRow row, ExistingReport report) {
        if (report == null || report.isOpen()) {
            return Optional.empty();
        }
        return Optional.of(report.closed() ? closed(row)
                : at(row, ImportColumn.UNIT, ReportingProblem.NOT_EDITABLE, report.state()));
    }

    private Conflict closed(EnteredRow row) {
        return at(row, ImportColumn.UNIT, ReportingProblem.UNIT_CLOSED, row.unit(), scope.period().from(),
                scope.period().to());
    }

    /**
     * A figure that follows from the one of a refused row cannot be entered either, so what is left of a unit is checked again
     * until no row is refused.
     */
    private Map<String, NewFigure> checkTogether(String code, UnitRows unit, RowConflicts found) {
        Map<String, NewFigure> given = new LinkedHashMap<>();
        unit.rows().forEach((indicator, row) -> given.put(indicator, row.figure()));
        EntryRules.Checked checked = unit.rules().check(given, unit.kept(), indicator -> "");
        checked.violations().forEach((indicator, violations) -> refuse(indicator, violations, unit, found));
        checked.figures().keySet().stream().filter(indicator -> unit.isLocked(indicator, checked.figures().get(indicator)))
                .forEach(indicator -> refuseLocked(indicator, unit, found));
        boolean refused = unit.rows().values().removeIf(found::isRefused);
        if (allOrNothing && found.concern(code)) {
            return Map.of();
        }
        return refused ? checkTogether(code, unit, found) : checked.figures();
    }

    private void refuse(String indicator, List<Violation> violations, UnitRows unit, RowConflicts found) {
        EnteredRow row = unit.rows().get(indicator);
        if (row != null) {
            found.add(row, conflicts(row, violations));
            return;
        }
        unit.sources(indicator).forEach((source, part) -> found.add(source, List.of(at(source, ImportColumn.of(part),
                ReportingProblem.DERIVED_FIGURE_INVALID, indicator))));
    }

    private void refuseLocked(String indicator, UnitRows unit, RowConflicts found) {
        EnteredRow row = unit.rows().get(indicator);
        Stream<EnteredRow> refused = row == null ? unit.sources(indicator).keySet().stream() : Stream.of(row);
        refused.forEach(each -> found.add(each,
                List.of(at(each, ImportColumn.INDICATOR, ReportingProblem.FIELD_LOCKED, "figures/" + indicator))));
    }

    /** A cell that could not be read has its conflict already. */
    private List<Conflict> conflicts(EnteredRow row, List<Violation> violations) {
        return violations.stream()
                .map(violation -> at(row, ImportColumn.ofField(violation.pointer()), violation.type(),
                        violation.args().toArray()))
                .filter(conflict -> row.conflicts().stream().noneMatch(other -> other.cell().equals(conflict.cell())))
                .toList();
    }

    private Conflict at(EnteredRow row, ImportColumn column, ProblemType type, Object... args) {
        return sheet.at(row.source(), column, type, args);
    }
}
