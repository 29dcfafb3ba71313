package vn.cchc.targets.yearlyindex;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.targets.task.ImprovedCriterion;
import vn.cchc.targets.task.ImprovementActions;
import vn.cchc.targets.task.NewTask;
import vn.cchc.targets.task.TaskView;

@Path("/yearly-indices/{code}/{year}/criteria/{criterion}/actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Yearly indices")
class ImprovementActionResource {

    private final YearlyIndices indices;
    private final ImprovementActions actions;
    private final CurrentRequest current;

    ImprovementActionResource(YearlyIndices indices, ImprovementActions actions, CurrentRequest current) {
        this.indices = indices;
        this.actions = actions;
        this.current = current;
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "addImprovementAction", summary = "Adds a task that improves a criterion of an index", description = "It belongs to a plan and is followed as every other task, under /tasks.")
    @APIResponse(responseCode = "201", description = "Added; `Location` names the task", content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response add(@Parameter(example = "PAR-INDEX") @PathParam("code") String code,
            @Parameter(example = "2024") @PathParam("year") int year,
            @Parameter(example = "1.2") @PathParam("criterion") String criterion, @NotNull NewTask wanted) {
        if (indices.requireYear(indices.require(code), year).set().find(criterion).isEmpty()) {
            throw ProblemException.notFound(ResourceType.CRITERION, criterion);
        }
        TaskView added = actions.add(wanted, new ImprovedCriterion(code, year, criterion), current.change());
        return Response.created(URI.create("tasks/" + added.code())).entity(added).build();
    }
}
