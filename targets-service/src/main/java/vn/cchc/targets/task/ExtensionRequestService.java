package vn.cchc.targets.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;

/** The lead unit asks for a later deadline; a planner decides. */
@ApplicationScoped
class ExtensionRequestService {

    private final Tasks tasks;
    private final ExtensionRequests requests;
    private final TaskUnits units;
    private final BodyValidator bodies;
    private final AuditTrail trail;
    private final Clock clock;

    ExtensionRequestService(Tasks tasks, ExtensionRequests requests, TaskUnits units, BodyValidator bodies, AuditTrail trail,
            Clock clock) {
        this.tasks = tasks;
        this.requests = requests;
        this.units = units;
        this.bodies = bodies;
        this.trail = trail;
        this.clock = clock;
    }

    Page<ExtensionRequestView> list(TaskCode code, Actor actor, Paging paging) {
        units.requireReadable(tasks.require(code), actor, today());
        return Page.of(requests.after(code, paging.afterNumber(), paging.rows()), paging,
                request -> String.valueOf(request.number), ExtensionRequestView::of);
    }

    ExtensionRequestView get(TaskCode code, int number, Actor actor) {
        units.requireReadable(tasks.require(code), actor, today());
        return ExtensionRequestView.of(requests.require(code, number));
    }

    @Transactional
    ExtensionRequestView ask(TaskCode code, NewExtensionRequest wanted, ChangeContext context) {
        Task task = tasks.requireForUpdate(code);
        ChangeContext own = units.actForLead(task, context, today());
        task.requireExtensible();
        if (requests.isPending(code)) {
            throw new ProblemException(TargetsProblem.EXTENSION_PENDING, code);
        }
        requireLater(bodies.constraints(wanted), wanted::newDeadline, task, "newDeadline");
        ExtensionRequest request = new ExtensionRequest(task, requests.lastNumber(code) + 1, wanted, own.actor().unit(),
                own.by(), clock.instant());
        requests.persist(request);
        trail.created(request, own);
        return ExtensionRequestView.of(request);
    }

    @Transactional
    ExtensionRequestView decide(TaskCode code, int number, NewExtensionDecision decision, ChangeContext context) {
        Task task = tasks.requireForUpdate(code);
        ExtensionRequest request = requests.require(code, number);
        request.requireDecidableBy(context.by());
        bodies.constraints(decision)
                .require(() -> !decision.lacksReason(), () -> Violation.at("/reason", TargetsProblem.REASON_MISSING), "granted",
                        "reason")
                .throwIfAny();
        ChangeContext reasoned = context.withReason(ChangeReason.withText(decision.reason()));
        if (decision.granted()) {
            task.requireExtensible();
            requireLater(bodies.constraints(decision), () -> request.newDeadline, task, "granted");
        }
        trail.change(request, "DECIDE", reasoned,
                () -> request.decide(decision, task.deadline, context.by(), clock.instant()));
        if (decision.granted()) {
            trail.change(task, "EXTEND", reasoned, () -> task.extendTo(request.newDeadline));
        }
        return ExtensionRequestView.of(request);
    }

    private static void requireLater(BodyViolations violations, Supplier<LocalDate> wanted, Task task, String field) {
        violations.require(() -> wanted.get().isAfter(task.deadline),
                () -> Violation.at('/' + field, TargetsProblem.DEADLINE_NOT_LATER, task.deadline), field).throwIfAny();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
