package vn.cchc.reporting.unit;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.spreadsheet.SheetReader;
import vn.cchc.spreadsheet.SheetRow;

/** Creates the units of a file: all or none. Units that exist with the same content stay, so that a file can be sent again. */
@ApplicationScoped
class UnitImport {

    private static final int MAX_ROWS = 5_000;
    private static final int MAX_VIOLATIONS = 1_000;
    /** The audit trail flushes after each unit, which costs more the more units are loaded. */
    private static final int BATCH = 50;

    private final Units units;
    private final UnitRows rows;
    private final Clock clock;

    UnitImport(Units units, UnitRows rows, Clock clock) {
        this.units = units;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param dryRun checks only */
    @Transactional
    UnitImportView run(byte[] file, SheetReader reader, boolean dryRun, ChangeContext context) {
        List<Violation> violations = new ArrayList<>();
        Map<Integer, NewUnit> wanted = rows.parse(sheet(file, reader), violations);
        units.lock();
        Map<String, Unit> known = units.list("code in ?1", wanted.values().stream().map(NewUnit::code).toList()).stream()
                .collect(Collectors.toMap(unit -> unit.code, unit -> unit));
        violations.addAll(conflicts(wanted, known));
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations.stream().limit(MAX_VIOLATIONS).toList());
        }
        List<NewUnit> created = wanted.values().stream().filter(unit -> !known.containsKey(unit.code())).toList();
        List<NewUnit> ordered = parentsFirst(created);
        if (!dryRun) {
            create(ordered, context);
        }
        return new UnitImportView(dryRun, wanted.size(), created.size(), wanted.size() - created.size());
    }

    private static List<SheetRow> sheet(byte[] file, SheetReader reader) {
        try {
            List<SheetRow> read = reader.read(file, MAX_ROWS + 2);
            if (read.size() <= MAX_ROWS + 1) {
                return read;
            }
            throw new ProblemException(CommonProblem.INVALID_INPUT,
                    List.of(Violation.at("", ReportingProblem.TOO_MANY_ROWS, MAX_ROWS)));
        } catch (IOException e) {
            throw new ProblemException(ReportingProblem.UNREADABLE_FILE,
                    List.of(Violation.at("", ReportingProblem.UNREADABLE_FILE)));
        }
    }

    private List<Violation> conflicts(Map<Integer, NewUnit> wanted, Map<String, Unit> known) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(takenCodes(wanted, known));
        violations.addAll(takenAgencyCodes(wanted));
        violations.addAll(unknownParents(wanted));
        violations.addAll(cycles(wanted));
        return violations;
    }

    private static List<Violation> takenCodes(Map<Integer, NewUnit> wanted, Map<String, Unit> known) {
        List<Violation> violations = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        wanted.forEach((row, unit) -> {
            if (!codes.add(unit.code())) {
                violations.add(at(row, "code", ReportingProblem.REPEATED_UNIT, unit.code()));
            }
            Unit same = known.get(unit.code());
            if (same != null && !same.isAs(unit)) {
                violations.add(at(row, "code", ReportingProblem.UNIT_EXISTS, unit.code()));
            }
        });
        return violations;
    }

    private List<Violation> takenAgencyCodes(Map<Integer, NewUnit> wanted) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> owners = agencyCodes(wanted);
        wanted.forEach((row, unit) -> {
            if (unit.agencyCode() != null && !owners.merge(unit.agencyCode(), unit.code(), (first, other) -> first)
                    .equals(unit.code())) {
                violations.add(at(row, "agencyCode", ReportingProblem.AGENCY_CODE_TAKEN, unit.agencyCode()));
            }
        });
        return violations;
    }

    private List<Violation> unknownParents(Map<Integer, NewUnit> wanted) {
        List<Violation> violations = new ArrayList<>();
        Set<String> above = existing(wanted.values().stream().flatMap(unit -> Stream.of(unit.parent(), unit.reportingParent()))
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        wanted.values().forEach(unit -> above.add(unit.code()));
        wanted.forEach((row, unit) -> {
            if (unit.parent() != null && !above.contains(unit.parent())) {
                violations.add(at(row, "parent", ReportingProblem.UNKNOWN_PARENT, unit.parent()));
            }
            if (!Objects.equals(unit.reportingParent(), unit.parent()) && !above.contains(unit.reportingParent())) {
                violations.add(at(row, "reportingParent", ReportingProblem.UNKNOWN_PARENT, unit.reportingParent()));
            }
        });
        return violations;
    }

    private static List<Violation> cycles(Map<Integer, NewUnit> wanted) {
        Set<String> placed = parentsFirst(List.copyOf(wanted.values())).stream().map(NewUnit::code).collect(Collectors.toSet());
        return wanted.entrySet().stream().filter(row -> !placed.contains(row.getValue().code())).map(row -> at(row.getKey(),
                "parent", ReportingProblem.CYCLE, row.getValue().code(), row.getValue().code())).toList();
    }

    private static Violation at(int row, String column, ReportingProblem type, Object... args) {
        return Violation.at(JsonPointer.of(row, column), type, args);
    }

    private Set<String> existing(Set<String> codes) {
        return units.list("code in ?1", codes).stream().map(unit -> unit.code).collect(Collectors.toSet());
    }

    /** The agency codes that are used, and by which unit. */
    private Map<String, String> agencyCodes(Map<Integer, NewUnit> wanted) {
        List<String> codes = wanted.values().stream().map(NewUnit::agencyCode).filter(Objects::nonNull).toList();
        return units.list("agencyCode in ?1", codes).stream()
                .collect(Collectors.toMap(unit -> unit.agencyCode, unit -> unit.code));
    }

    /** A unit is created after its parents. Units that stand below one another in a circle are left out. */
    private static List<NewUnit> parentsFirst(List<NewUnit> units) {
        Map<String, NewUnit> open = new LinkedHashMap<>();
        units.forEach(unit -> open.put(unit.code(), unit));
        List<NewUnit> ordered = new ArrayList<>();
        int before;
        do {
            before = ordered.size();
            for (Iterator<NewUnit> each = open.values().iterator(); each.hasNext();) {
                NewUnit unit = each.next();
                if (!open.containsKey(unit.parent()) && !open.containsKey(unit.reportingParent())) {
                    ordered.add(unit);
                    each.remove();
                }
            }
        } while (ordered.size() > before);
        return ordered;
    }

    private void create(List<NewUnit> created, ChangeContext context) {
        for (int i = 0; i < created.size(); i++) {
            units.record(new Unit(created.get(i), clock.instant()), context);
            if (i % BATCH == BATCH - 1) {
                units.getEntityManager().clear();
            }
        }
    }
}
