package vn.cchc.reporting.unit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.spreadsheet.SheetRow;
import vn.cchc.values.DateRange;

/** Reads units from the rows of a file. The first row names the columns. */
@ApplicationScoped
class UnitRows {

    static final List<String> COLUMNS = List.of("code", "name", "nameEn", "type", "parent", "reportingParent", "agencyCode",
            "validFrom", "validTo", "duty");

    private final Validator validator;

    UnitRows(Validator validator) {
        this.validator = validator;
    }

    /** @return the units by the numbers of their rows, without those rows that have violations */
    Map<Integer, NewUnit> parse(List<SheetRow> sheet, List<Violation> violations) {
        Map<String, Integer> columns = columns(sheet);
        Map<Integer, NewUnit> units = new LinkedHashMap<>();
        sheet.stream().skip(1).forEach(row -> {
            Map<String, String> cells = new HashMap<>();
            columns.forEach((column, at) -> cells.put(column, at < row.cells().size() ? row.cells().get(at) : null));
            List<Violation> found = new ArrayList<>();
            NewUnit unit = unit(row.number(), cells, found);
            found.addAll(violations(row.number(), unit, found));
            violations.addAll(found);
            if (found.isEmpty()) {
                units.put(row.number(), unit);
            }
        });
        return units;
    }

    private static Map<String, Integer> columns(List<SheetRow> sheet) {
        List<String> header = sheet.isEmpty() ? List.of() : sheet.get(0).cells();
        List<Violation> violations = new ArrayList<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (column != null && (!COLUMNS.contains(column) || columns.put(column, i) != null)) {
                violations.add(Violation.at(JsonPointer.of(1, column), ReportingProblem.UNKNOWN_COLUMN, column,
                        String.join(", ", COLUMNS)));
            }
        }
        COLUMNS.stream().limit(4).filter(column -> !columns.containsKey(column))
                .forEach(column -> violations
                        .add(Violation.at(JsonPointer.of(1, column), ReportingProblem.COLUMN_MISSING, column)));
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        return columns;
    }

    private static NewUnit unit(int row, Map<String, String> cells, List<Violation> violations) {
        return new NewUnit(cells.get("code"), cells.get("name"), cells.get("nameEn"), type(row, cells.get("type"), violations),
                cells.get("parent"), cells.get("reportingParent"), cells.get("agencyCode"), null,
                date(row, "validFrom", cells, violations), date(row, "validTo", cells, violations), cells.get("duty"));
    }

    private static UnitType type(int row, String text, List<Violation> violations) {
        var type = Arrays.stream(UnitType.values()).filter(each -> each.name().equals(text)).findFirst();
        if (type.isEmpty()) {
            violations.add(Violation.at(JsonPointer.of(row, "type"), CommonProblem.NOT_ONE_OF,
                    Arrays.stream(UnitType.values()).map(Enum::name).collect(Collectors.joining(", "))));
        }
        return type.orElse(null);
    }

    private static LocalDate date(int row, String column, Map<String, String> cells, List<Violation> violations) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("(19|20)\\d\\d-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // A date that does not exist, such as 2025-02-30.
        }
        violations.add(Violation.at(JsonPointer.of(row, column), CommonProblem.NOT_A_DATE));
        return null;
    }

    /** The constraints of a unit; a cell that could not be read has a violation already. */
    private List<Violation> violations(int row, NewUnit unit, List<Violation> found) {
        List<Violation> violations = new ArrayList<>(validator.validate(unit).stream()
                .map(broken -> Violation.at(JsonPointer.of(row, broken.getPropertyPath()), ReportingProblem.INVALID_CELL,
                        broken.getMessage()))
                .filter(broken -> found.stream().noneMatch(other -> other.pointer().equals(broken.pointer())))
                .sorted((one, other) -> one.pointer().compareTo(other.pointer())).toList());
        if (!DateRange.isOrdered(unit.validFrom(), unit.validTo())) {
            violations.add(Violation.at(JsonPointer.of(row, "validTo"), ReportingProblem.ENDS_BEFORE_IT_BEGINS));
        }
        return violations;
    }
}
