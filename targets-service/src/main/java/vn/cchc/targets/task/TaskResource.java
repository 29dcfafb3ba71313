package vn.cchc.targets.task;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;

@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "The tasks of a plan (nhiệm vụ, giải pháp): who carries them out, until when, and how far they are")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class TaskResource {

    static final String EXAMPLE = "KH-SGDDT-2022.III.1";

    private final TaskViews views;
    private final TaskRegistration registration;
    private final TaskService service;
    private final CurrentRequest current;
    private final History history;

    TaskResource(TaskViews views, TaskRegistration registration, TaskService service, CurrentRequest current, History history) {
        this.views = views;
        this.registration = registration;
        this.service = service;
        this.current = current;
        this.history = history;
    }

    @GET
    @Operation(operationId = "listTasks", summary = "Lists the tasks (nhiệm vụ, giải pháp) of a plan", description = "Those that the plan prints in its order, then the others in the order of their creation. The states are those of today, or of the day of `asOf`.")
    public Page<TaskView> list(@BeanParam TaskFilter filter, @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> views.page(filter, paging, today));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getTask", summary = "Returns a task")
    public TaskView get(@Parameter(example = EXAMPLE) @PathParam("code") TaskCode code, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> views.one(code, today));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "createTask", summary = "Adds a task to a plan", description = "The tasks that a plan prints are registered with the plan. The code of the task is made of the plan, the group and the number.")
    @APIResponse(responseCode = "201", description = "Added; `Location` names it", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response create(@NotNull NewTask wanted) {
        TaskView made = views.now(registration.add(wanted, null, current.change()));
        return Response.created(URI.create("tasks/" + made.code())).entity(made).build();
    }

    @PUT
    @Path("/{code}")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "assignTask", summary = "Sets who carries out a task, its deadline and its budget", description = "The wording stays: it is the plan's. Units must exist from today on, unless the task has them already.")
    public TaskView assign(@Parameter(example = EXAMPLE) @PathParam("code") TaskCode code,
            @NotNull TaskAssignment wanted) {
        return service.assign(code, wanted, current.change());
    }

    @POST
    @Path("/{code}/completion")
    @Idempotent
    @RequiresIfMatch
    @MaxBodySize("512K")
    @RolesAllowed({ Role.UNIT_HEAD, Role.PLANNER })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "completeTask", summary = "Records that a task is completed (hoàn thành)", description = "By the head of the lead unit, or by a planner. It is in time if the day is not after the deadline.")
    public TaskView complete(@Parameter(example = EXAMPLE) @PathParam("code") TaskCode code,
            @NotNull NewCompletion completion) {
        return service.complete(code, completion, current.change());
    }

    @POST
    @Path("/{code}/reopening")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "reopenTask", summary = "Reopens a completed task", description = "The completion that it had stays in the audit trail, and in what `asOf` shows.")
    public TaskView reopen(@Parameter(example = EXAMPLE) @PathParam("code") TaskCode code,
            @Valid @NotNull NewReopening reopening) {
        return service.reopen(code, reopening, current.change());
    }
}
