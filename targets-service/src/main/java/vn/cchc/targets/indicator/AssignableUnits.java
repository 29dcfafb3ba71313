package vn.cchc.targets.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.unit.Unit;
import vn.cchc.targets.unit.Units;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** Checks that units exist on at least one day of their assignment. */
@ApplicationScoped
public class AssignableUnits {

    private final Units units;

    AssignableUnits(Units units) {
        this.units = units;
    }

    /** @param pointer JSON Pointer to the member of the body that holds the unit's code */
    public record Wanted(UnitCode unit, DateRange days, String pointer) {
    }

    public List<Violation> violations(Collection<Wanted> wanted) {
        Map<UnitCode, Unit> known = units.named(wanted.stream().map(Wanted::unit).distinct().toList());
        List<Violation> violations = new ArrayList<>();
        wanted.forEach(assignment -> violation(assignment, known.get(assignment.unit())).ifPresent(violations::add));
        return violations;
    }

    private static Optional<Violation> violation(Wanted wanted, Unit unit) {
        if (unit == null) {
            return Optional.of(Violation.at(wanted.pointer(), TargetsProblem.UNKNOWN_UNIT, wanted.unit()));
        }
        return violation(wanted, unit.validity());
    }

    static Optional<Violation> violation(Wanted wanted, DateRange life) {
        if (life.overlaps(wanted.days())) {
            return Optional.empty();
        }
        if (wanted.days().from() != null && life.endsBefore(wanted.days().from())) {
            return Optional.of(Violation.at(wanted.pointer(), TargetsProblem.UNIT_CLOSED, wanted.unit(), life.to()));
        }
        return Optional.of(Violation.at(wanted.pointer(), TargetsProblem.UNIT_NOT_OPEN_YET, wanted.unit(), life.from()));
    }
}
