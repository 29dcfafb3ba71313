package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.plan.TaskGroup;
import vn.cchc.targets.unit.Unit;
import vn.cchc.targets.unit.Units;
import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

/** Counts the tasks of a plan by their state on a day. */
@ApplicationScoped
class TaskSummaries {

    private static final Comparator<String> NULL_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private final Plans plans;
    private final Tasks tasks;
    private final Units units;
    private final int nearlyDueDays;

    TaskSummaries(Plans plans, Tasks tasks, Units units, TasksConfig config) {
        this.plans = plans;
        this.tasks = tasks;
        this.units = units;
        this.nearlyDueDays = config.nearlyDueDays();
    }

    TaskSummaryView of(PlanCode code, TaskGrouping by, LocalDate today) {
        Plan plan = plans.requireOrDefault(code);
        Map<String, TaskCounter> counters = new TreeMap<>(NULL_LAST);
        TaskCounter total = new TaskCounter();
        for (Tasks.Dated tasksOfDays : tasks.countByDays(plan)) {
            TaskState state = tasksOfDays.state(today, nearlyDueDays);
            counters.computeIfAbsent(tasksOfDays.key(by), any -> new TaskCounter()).add(state, tasksOfDays.tasks());
            total.add(state, tasksOfDays.tasks());
        }
        return new TaskSummaryView(plan.code(), by,
                by == TaskGrouping.UNIT ? ofUnits(counters) : ofGroups(counters, plan.taskGroups()), total.counts());
    }

    private List<TaskSummaryView.Row> ofUnits(Map<String, TaskCounter> counters) {
        Map<UnitCode, Unit> named = units
                .named(counters.keySet().stream().flatMap(Stream::ofNullable).map(UnitCode::new).toList());
        List<TaskSummaryView.Row> rows = new ArrayList<>();
        counters.forEach((key, counter) -> rows.add(ofUnit(key, key == null ? null : named.get(new UnitCode(key)), counter)));
        return rows;
    }

    private static TaskSummaryView.Row ofUnit(String key, Unit unit, TaskCounter counter) {
        if (key == null) {
            return new TaskSummaryView.Row(null, "Chưa có đơn vị chủ trì", "No unit leads", counter.counts());
        }
        return unit == null ? new TaskSummaryView.Row(key, null, null, counter.counts())
                : new TaskSummaryView.Row(key, unit.name(), unit.nameEn(), counter.counts());
    }

    private static List<TaskSummaryView.Row> ofGroups(Map<String, TaskCounter> counters, List<TaskGroup> groups) {
        Map<String, TaskGroup> named = groups.stream().collect(Collectors.toMap(TaskGroup::number, Function.identity(),
                (first, second) -> first));
        List<String> order = groups.stream().map(TaskGroup::number).toList();
        return counters.entrySet().stream().sorted(Comparator.comparingInt(each -> order.indexOf(each.getKey())))
                .map(each -> ofGroup(each.getKey(), named.get(each.getKey()), each.getValue())).toList();
    }

    private static TaskSummaryView.Row ofGroup(String key, TaskGroup group, TaskCounter counter) {
        return group == null ? new TaskSummaryView.Row(key, null, null, counter.counts())
                : new TaskSummaryView.Row(key, group.heading(), group.headingEn(), counter.counts());
    }
}
