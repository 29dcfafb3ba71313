package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.AssignableUnits;
import vn.cchc.targets.unit.Unit;
import vn.cchc.targets.unit.Units;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** Which units may carry out a task, and which callers act for those that do. A successor acts for a unit that has ended. */
@ApplicationScoped
class TaskUnits {

    private static final Set<String> READERS = Set.of(Role.REVIEWER, Role.DIRECTOR, Role.PLANNER, Role.AUDITOR);

    private final Units units;
    private final AssignableUnits assignable;
    private final BodyValidator bodies;

    TaskUnits(Units units, AssignableUnits assignable, BodyValidator bodies) {
        this.units = units;
        this.assignable = assignable;
        this.bodies = bodies;
    }

    /** The change on behalf of one of the caller's units that leads or co-ordinates the task; 403 if there is none. */
    ChangeContext actFor(Task task, ChangeContext context, LocalDate today) {
        return act(task.units(), task, context, today);
    }

    /** The change on behalf of the lead unit; 403 if the caller does not act for it. */
    ChangeContext actForLead(Task task, ChangeContext context, LocalDate today) {
        return act(task.units().stream().filter(unit -> unit.value().equals(task.leadUnit)).toList(), task, context, today);
    }

    void requireReadable(Task task, Actor actor, LocalDate today) {
        if (READERS.stream().noneMatch(actor::is)) {
            requireUnit(task.units(), task, actor, today);
        }
    }

    private ChangeContext act(List<UnitCode> of, Task task, ChangeContext context, LocalDate today) {
        return context.onBehalfOf(requireUnit(of, task, context.actor(), today));
    }

    private String requireUnit(List<UnitCode> of, Task task, Actor actor, LocalDate today) {
        Map<UnitCode, Unit> inCharge = units.existingOn(today, of);
        return of.stream().map(inCharge::get).flatMap(Stream::ofNullable).map(unit -> unit.code().value())
                .filter(actor.units()::contains).findFirst()
                .orElseThrow(() -> new ProblemException(TargetsProblem.FOREIGN_TASK, task.code));
    }

    /**
     * @param body a body with the fields of an assignment
     * @param known the units of the task so far, which may have ended
     */
    BodyViolations check(Object body, Supplier<TaskAssignment> wanted, List<UnitCode> known, LocalDate today) {
        return bodies.constraints(body).rule(() -> violations(wanted.get(), known, today), "leadUnit", "coordinatingUnits");
    }

    private List<Violation> violations(TaskAssignment wanted, List<UnitCode> known, LocalDate today) {
        DateRange days = new DateRange(today, null);
        List<AssignableUnits.Wanted> named = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Set<UnitCode> all = new HashSet<>();
        if (wanted.leadUnit() != null) {
            all.add(wanted.leadUnit());
            named.add(new AssignableUnits.Wanted(wanted.leadUnit(), days, "/leadUnit"));
        }
        for (int i = 0; i < wanted.coordinatingUnits().size(); i++) {
            UnitCode unit = wanted.coordinatingUnits().get(i);
            String pointer = "/coordinatingUnits/" + i;
            named.add(new AssignableUnits.Wanted(unit, days, pointer));
            if (!all.add(unit)) {
                violations.add(Violation.at(pointer, TargetsProblem.DUPLICATE, unit));
            }
        }
        named.removeIf(unit -> known.contains(unit.unit()));
        violations.addAll(assignable.violations(named));
        return violations;
    }
}
