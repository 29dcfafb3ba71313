package vn.cchc.targets.task;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.change.ChangeContext;

/** The tasks that improve criteria of the yearly indices. */
@ApplicationScoped
public class ImprovementActions {

    private final TaskRegistration registration;
    private final Tasks tasks;
    private final TaskViews views;

    ImprovementActions(TaskRegistration registration, Tasks tasks, TaskViews views) {
        this.registration = registration;
        this.tasks = tasks;
        this.views = views;
    }

    public TaskView add(NewTask wanted, ImprovedCriterion improved, ChangeContext context) {
        return views.now(registration.add(wanted, improved, context));
    }

    /** The actions for an index in a year, in the order of their creation, by criterion. */
    public Map<String, List<TaskView>> byCriterion(String index, int year, LocalDate today) {
        return views.all(tasks.improving(index, year), today).stream().collect(groupingBy(task -> task.improves().criterion()));
    }
}
