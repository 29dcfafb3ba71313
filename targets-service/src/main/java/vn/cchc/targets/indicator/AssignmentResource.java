package vn.cchc.targets.indicator;

import java.net.URI;
import java.util.List;
import java.util.UUID;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@Path("/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators")
class AssignmentResource {

    private final Assignments assignments;
    private final CurrentRequest current;

    AssignmentResource(Assignments assignments, CurrentRequest current) {
        this.assignments = assignments;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listAssignments", summary = "Lists the assignments of units to indicators in the order of their creation")
    public Page<AssignmentView> list(@BeanParam Paging paging) {
        List<Assignment> found = assignments.after(paging.afterId(), paging.rows());
        return Page.of(found, paging, assignment -> assignment.id.toString(), AssignmentView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "getAssignment", summary = "Returns an assignment")
    public AssignmentView get(@PathParam("id") UUID id) {
        return assignments.findByIdOptional(id).map(AssignmentView::of)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.ASSIGNMENT, id));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "createAssignment", summary = "Assigns a unit to an indicator", description = "With `lead` it leads the indicator (chủ trì); otherwise it is one more unit that reports. The unit's reports require the indicator within a second. The figures of all assigned units are summed. The assignment must overlap the days on which the unit exists.")
    @APIResponse(responseCode = "201", description = "Assigned; `Location` names the assignment", content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public Response create(@NotNull NewAssignment wanted) {
        AssignmentView made = assignments.add(wanted, current.change());
        return Response.created(URI.create("assignments/" + made.id())).entity(made).build();
    }

    @PUT
    @Path("/{id}")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "changeAssignment", summary = "Changes the days on which an assignment holds", description = "Such as its end (`validTo`), so that another unit can lead from the next day on. The reports follow within a second.")
    public AssignmentView change(@PathParam("id") UUID id, @Valid @NotNull AssignmentDays wanted) {
        return assignments.changeDays(id, wanted, current.change());
    }
}
