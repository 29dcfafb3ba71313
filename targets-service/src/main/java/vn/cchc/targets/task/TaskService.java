package vn.cchc.targets.task;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;

/** The use cases of a task's life: who carries it out, its completion and reopening. */
@ApplicationScoped
class TaskService {

    private final Tasks tasks;
    private final TaskViews views;
    private final TaskUnits units;
    private final BodyValidator bodies;
    private final AuditTrail trail;
    private final Clock clock;

    TaskService(Tasks tasks, TaskViews views, TaskUnits units, BodyValidator bodies, AuditTrail trail, Clock clock) {
        this.tasks = tasks;
        this.views = views;
        this.units = units;
        this.bodies = bodies;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    TaskView assign(TaskCode code, TaskAssignment wanted, ChangeContext context) {
        Task task = lockMatching(code, context);
        units.check(wanted, () -> wanted, task.units(), today()).throwIfAny();
        trail.change(task, "ASSIGN", context, () -> task.assign(wanted));
        return views.now(task);
    }

    /** By the head of the lead unit, or by a planner for it. */
    @Transactional
    TaskView complete(TaskCode code, NewCompletion completion, ChangeContext context) {
        Task task = lockMatching(code, context);
        ChangeContext own = context.actor().is(Role.PLANNER) ? context : units.actForLead(task, context, today());
        task.requireOpen();
        bodies.constraints(completion).require(() -> !completion.completedOn().isAfter(today()),
                () -> Violation.at("/completedOn", TargetsProblem.DAY_IN_FUTURE, completion.completedOn()), "completedOn")
                .throwIfAny();
        trail.change(task, "COMPLETE", own, () -> task.complete(completion));
        return views.now(task);
    }

    @Transactional
    TaskView reopen(TaskCode code, NewReopening reopening, ChangeContext context) {
        Task task = lockMatching(code, context);
        trail.change(task, "REOPEN", context.withReason(ChangeReason.withText(reopening.reason())),
                () -> task.reopen(reopening.reason(), clock.instant()));
        return views.now(task);
    }

    private Task lockMatching(TaskCode code, ChangeContext context) {
        Task task = tasks.requireForUpdate(code);
        trail.requireMatch(task, context, () -> views.now(task));
        return task;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
