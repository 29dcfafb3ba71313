package vn.cchc.targets.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.plan.PlanPublished;
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.plan.PrintedTask;

/** Registers the tasks that a plan prints as soon as it is no draft, and others later. */
@ApplicationScoped
class TaskRegistration {

    private final Plans plans;
    private final Tasks tasks;
    private final TaskUnits units;
    private final AuditTrail trail;
    private final Clock clock;

    TaskRegistration(Plans plans, Tasks tasks, TaskUnits units, AuditTrail trail, Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    void on(@Observes PlanPublished published) {
        define(published.plan(), published.context());
    }

    /** Registers the printed tasks of the plans that an earlier release has registered without them. */
    @Transactional
    void defineMissing(ChangeContext context) {
        if (missing().isEmpty()) {
            return;
        }
        // Two instances that start at the same time define the tasks once.
        plans.lock();
        missing().forEach(plan -> define(plan, context));
    }

    private List<Plan> missing() {
        return plans.listAll().stream()
                .filter(plan -> plan.isPublished() && !plan.printedTasks().isEmpty() && !tasks.hasPrinted(plan)).toList();
    }

    private void define(Plan plan, ChangeContext context) {
        int position = tasks.lastPosition(plan);
        for (PrintedTask printed : plan.printedTasks()) {
            position++;
            add(Task.of(plan.code(), position, printed), context);
        }
    }

    /** @param improved null if it is no improvement action */
    @Transactional
    Task add(NewTask wanted, ImprovedCriterion improved, ChangeContext context) {
        Plan plan = plans.requireOrDefault(wanted.plan()).requirePublished();
        plan.requireOpen();
        // The positions of a plan's tasks are given one after the other.
        plans.getEntityManager().lock(plan, LockModeType.PESSIMISTIC_WRITE);
        units.check(wanted, wanted::assignment, List.of(), LocalDate.now(clock))
                .rule(() -> groupViolations(wanted, plan), "group").throwIfAny();
        TaskCode code = TaskCode.of(plan.code(), wanted.group(), wanted.number());
        if (tasks.exists(code)) {
            throw new ProblemException(TargetsProblem.TASK_EXISTS, code);
        }
        return add(Task.of(plan.code(), tasks.lastPosition(plan) + 1, wanted, improved), context);
    }

    private Task add(Task task, ChangeContext context) {
        tasks.persist(task);
        trail.created(task, context);
        return task;
    }

    private static List<Violation> groupViolations(NewTask wanted, Plan plan) {
        boolean known = plan.taskGroups().isEmpty()
                || plan.taskGroups().stream().anyMatch(group -> group.number().equals(wanted.group()));
        return known ? List.of() : List.of(Violation.at("/group", TargetsProblem.UNKNOWN_SECTION, wanted.group()));
    }
}
