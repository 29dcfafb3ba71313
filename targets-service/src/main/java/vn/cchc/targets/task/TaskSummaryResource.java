package vn.cchc.targets.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.values.PlanCode;

@Path("/tasks/summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
class TaskSummaryResource {

    private final TaskSummaries summaries;
    private final History history;

    TaskSummaryResource(TaskSummaries summaries, History history) {
        this.summaries = summaries;
        this.history = history;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "getTaskSummary", summary = "Counts the tasks of a plan by their state, and says which share is done", description = "The states are those of today, or of the day of `asOf`. A task that was completed late is done.")
    public TaskSummaryView get(
            @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022") @QueryParam("plan") PlanCode plan,
            @Parameter(description = "UNIT: by the assigned lead unit. GROUP: by the section of the plan") @QueryParam("groupBy") @DefaultValue("UNIT") TaskGrouping groupBy,
            @BeanParam AsOf asOf) {
        return history.read(asOf, today -> summaries.of(plan, groupBy, today));
    }
}
