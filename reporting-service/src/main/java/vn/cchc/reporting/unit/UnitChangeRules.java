package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;

/** The changes of units that are possible. Each rule names every fault. */
@ApplicationScoped
class UnitChangeRules {

    private final Units units;
    private final UnitChanges changes;
    private final BodyValidator bodies;

    UnitChangeRules(Units units, UnitChanges changes, BodyValidator bodies) {
        this.units = units;
        this.changes = changes;
        this.bodies = bodies;
    }

    BodyViolations check(Unit unit, NewUnitChange wanted) {
        BodyViolations violations = bodies.constraints(wanted).rule(() -> fields(wanted), "type")
                .rule(() -> wanted.type().isEnd() ? end("/date", unit, wanted) : during(unit, wanted.date()), "type", "date",
                        "successors");
        // What follows reads the units on the day of the change.
        return violations.isEmpty() ? violations.rule(() -> switch (wanted.type()) {
            case RENAME -> rename(unit, wanted);
            case TRANSFER -> transfer(unit, wanted);
            case MERGE, SPLIT, DISSOLVE -> succession(unit, wanted);
        }) : violations;
    }

    /** The fields that the type of the change has, and no others. */
    private static List<Violation> fields(NewUnitChange wanted) {
        ChangeType type = wanted.type();
        List<Violation> violations = new ArrayList<>(wanted.given().stream().filter(field -> !type.has(field))
                .map(field -> Violation.at("/" + field, ReportingProblem.NOT_PART_OF_CHANGE, type)).toList());
        if (type == ChangeType.RENAME && wanted.given().isEmpty()) {
            violations.add(Violation.at("/name", ReportingProblem.NOTHING_CHANGES));
        }
        if (type == ChangeType.TRANSFER && wanted.tree() == null) {
            violations.add(Violation.at("/tree", ReportingProblem.TREE_MISSING));
        }
        if (type == ChangeType.MERGE && wanted.successors().size() != 1) {
            violations.add(Violation.at("/successors", ReportingProblem.ONE_SUCCESSOR));
        }
        if (type == ChangeType.SPLIT && wanted.after().size() < 2) {
            violations.add(Violation.at("/successors", ReportingProblem.TWO_SUCCESSORS));
        }
        return violations;
    }

    private static List<Violation> during(Unit unit, LocalDate date) {
        if (unit.life().startsAfter(date)) {
            return List.of(Violation.at("/date", ReportingProblem.BEFORE_UNIT, unit.code, unit.validFrom));
        }
        if (unit.life().endsBefore(date)) {
            return List.of(Violation.at("/date", ReportingProblem.AFTER_UNIT, unit.code, unit.validTo));
        }
        return List.of();
    }

    /** A unit that ends existed on the day before; a unit that goes on also exists afterwards. */
    private List<Violation> end(String pointer, Unit unit, NewUnitChange wanted) {
        LocalDate last = wanted.date().minusDays(1);
        if (unit.life().startsAfter(last)) {
            return List.of(Violation.at(pointer, ReportingProblem.BEFORE_UNIT, unit.code, unit.validFrom));
        }
        if (unit.life().endsBefore(last)) {
            return List.of(Violation.at(pointer, ReportingProblem.AFTER_UNIT, unit.code, unit.validTo));
        }
        if (!wanted.after().contains(unit.code) && changes.followAfter(wanted.date(), unit)) {
            return List.of(Violation.at(pointer, ReportingProblem.LATER_CHANGE, unit.code, wanted.date()));
        }
        return List.of();
    }

    private static List<Violation> rename(Unit unit, NewUnitChange wanted) {
        DatedName before = unit.nameOn(wanted.date());
        boolean changes = wanted.name() != null && !wanted.name().equals(before.name())
                || wanted.nameEn() != null && !wanted.nameEn().equals(before.nameEn())
                || wanted.unitType() != null && wanted.unitType() != before.type();
        return changes ? List.of() : List.of(Violation.at("/name", ReportingProblem.NOTHING_CHANGES));
    }

    private List<Violation> transfer(Unit unit, NewUnitChange wanted) {
        if (Objects.equals(unit.parentOn(wanted.date(), wanted.tree()), wanted.parent())) {
            return List.of(Violation.at("/parent", ReportingProblem.NOTHING_CHANGES));
        }
        if (wanted.parent() == null) {
            return List.of();
        }
        return parent("/parent", wanted.parent(), new DateRange(wanted.date(), unit.validTo), Set.of(unit.code),
                Set.of(wanted.tree()));
    }

    /** @param excluded the units that cannot stand above, since they end or stand below */
    private List<Violation> parent(String pointer, String code, DateRange life, Set<String> excluded, Set<UnitTree> trees) {
        Unit parent = units.findById(code);
        if (parent == null) {
            return List.of(Violation.at(pointer, ReportingProblem.UNKNOWN_PARENT, code));
        }
        if (!parent.life().contains(life)) {
            return List.of(Violation.at(pointer, ReportingProblem.PARENT_DOES_NOT_EXIST, code, life.from()));
        }
        for (UnitTree tree : trees) {
            Set<String> above = units.upFrom(code, tree, life.from());
            above.retainAll(excluded);
            if (!above.isEmpty()) {
                return List.of(Violation.at(pointer, ReportingProblem.CYCLE, code, String.join(", ", above)));
            }
        }
        return List.of();
    }

    private List<Violation> succession(Unit unit, NewUnitChange wanted) {
        List<Violation> violations = new ArrayList<>(merged(unit, wanted));
        Set<String> ended = new TreeSet<>(wanted.before(unit));
        ended.removeAll(wanted.after());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.successors().size(); i++) {
            Successor successor = wanted.successors().get(i);
            String pointer = "/successors/" + i;
            if (seen.add(successor.code())) {
                violations.addAll(successor(pointer, unit, wanted, successor, ended));
            } else {
                violations.add(Violation.at(pointer + "/code", ReportingProblem.REPEATED_UNIT, successor.code()));
            }
        }
        if (wanted.type() != ChangeType.MERGE) {
            violations.addAll(below(wanted, ended));
        }
        return violations;
    }

    private List<Violation> merged(Unit unit, NewUnitChange wanted) {
        List<Violation> violations = new ArrayList<>();
        if (wanted.type() == ChangeType.MERGE && wanted.after().containsAll(wanted.before(unit))) {
            violations.add(Violation.at("/units", ReportingProblem.NOTHING_CHANGES));
        }
        Set<String> seen = new HashSet<>(Set.of(unit.code));
        for (int i = 0; i < wanted.units().size(); i++) {
            String code = wanted.units().get(i);
            String pointer = "/units/" + i;
            Unit other = units.findById(code);
            if (!seen.add(code)) {
                violations.add(Violation.at(pointer, ReportingProblem.REPEATED_UNIT, code));
            } else if (other == null) {
                violations.add(Violation.at(pointer, ReportingProblem.UNKNOWN_UNIT, code));
            } else {
                violations.addAll(end(pointer, other, wanted));
            }
        }
        return violations;
    }

    private List<Violation> successor(String pointer, Unit unit, NewUnitChange wanted, Successor successor,
            Set<String> ended) {
        Unit known = units.findById(successor.code());
        if (known == null) {
            return created(pointer, unit, wanted, successor, ended);
        }
        List<Violation> violations = new ArrayList<>();
        if (!successor.hasOnlyCode()) {
            violations.add(Violation.at(pointer, ReportingProblem.SUCCESSOR_EXISTS, known.code));
        }
        if (!known.life().contains(wanted.date())) {
            violations.add(Violation.at(pointer + "/code", ReportingProblem.SUCCESSOR_DOES_NOT_EXIST, known.code,
                    wanted.date()));
        }
        Set<String> above = new TreeSet<>();
        for (UnitTree tree : UnitTree.values()) {
            above.addAll(units.upFrom(known.code, tree, wanted.date()));
        }
        above.retainAll(ended);
        if (!above.isEmpty()) {
            violations.add(
                    Violation.at(pointer + "/code", ReportingProblem.CYCLE, known.code, String.join(", ", above)));
        }
        return violations;
    }

    private List<Violation> created(String pointer, Unit unit, NewUnitChange wanted, Successor successor,
            Set<String> ended) {
        if (!successor.describesNewUnit()) {
            return List.of(Violation.at(pointer, ReportingProblem.SUCCESSOR_INCOMPLETE, successor.code()));
        }
        NewUnit created = successor.toUnit(wanted.date(), unit);
        DateRange life = new DateRange(created.validFrom(), null);
        return created.parent() == null ? List.of()
                : parent(pointer + "/parent", created.parent(), life, ended, Set.of(UnitTree.values()));
    }

    /** A unit that ends without one successor leaves no unit below. */
    private List<Violation> below(NewUnitChange wanted, Collection<String> ended) {
        if (ended.isEmpty()) {
            return List.of();
        }
        List<Unit> left = units.belowFrom(ended, wanted.date());
        if (left.isEmpty()) {
            return List.of();
        }
        return List.of(Violation.at("/date", ReportingProblem.UNITS_BELOW, String.join(", ", ended),
                left.stream().map(below -> below.code).limit(10).collect(Collectors.joining(", "))));
    }
}
