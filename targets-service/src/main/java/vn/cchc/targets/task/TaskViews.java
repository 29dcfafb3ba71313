package vn.cchc.targets.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.unit.Unit;
import vn.cchc.targets.unit.Units;
import vn.cchc.values.UnitCode;

/** Reads tasks with their state on a day and the units that are in charge on it. */
@ApplicationScoped
class TaskViews {

    private final Plans plans;
    private final Tasks tasks;
    private final Units units;
    private final int nearlyDueDays;
    private final Clock clock;

    TaskViews(Plans plans, Tasks tasks, Units units, TasksConfig config, Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.units = units;
        this.nearlyDueDays = config.nearlyDueDays();
        this.clock = clock;
    }

    Page<TaskView> page(TaskFilter filter, Paging paging, LocalDate today) {
        List<Task> found = tasks.list(plans.requireOrDefault(filter.plan), filter, today, paging.afterNumber(), paging.rows());
        Map<UnitCode, Unit> inCharge = inCharge(found, today);
        return Page.of(found, paging, task -> String.valueOf(task.position), task -> view(task, inCharge, today));
    }

    TaskView one(TaskCode code, LocalDate today) {
        return one(tasks.require(code), today);
    }

    List<TaskView> all(List<Task> of, LocalDate today) {
        Map<UnitCode, Unit> inCharge = inCharge(of, today);
        return of.stream().map(task -> view(task, inCharge, today)).toList();
    }

    TaskView now(Task task) {
        return one(task, LocalDate.now(clock));
    }

    private TaskView one(Task task, LocalDate today) {
        return view(task, inCharge(List.of(task), today), today);
    }

    private TaskView view(Task task, Map<UnitCode, Unit> inCharge, LocalDate today) {
        return TaskView.of(task, task.state(today, nearlyDueDays), inCharge);
    }

    private Map<UnitCode, Unit> inCharge(List<Task> of, LocalDate today) {
        return units.existingOn(today, of.stream().flatMap(task -> task.units().stream()).distinct().toList());
    }
}
