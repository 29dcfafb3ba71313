package vn.cchc.targets.indicator;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.house.Page;
import vn.cchc.house.Paging;
import vn.cchc.house.Role;

@Path("/assignments")
@Tag(name = "Indicators")
class AssignmentResource {

    private final Assignments assignments;

    AssignmentResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listAssignments", summary = "Which unit leads or reports which indicator, and when")
    public Page<AssignmentView> list(@BeanParam Paging paging) {
        List<Assignment> found = assignments.after(paging.afterId(), paging.rows());
        return Page.of(found, paging, assignment -> assignment.id.toString(), AssignmentView::of);
    }

    @POST
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "createAssignment", summary = "Lets one more unit report an indicator", description = "The unit's reports ask for the indicator as soon as reporting-service has learned of it, within a second. The figures of all units are summed.")
    @APIResponse(responseCode = "201", description = "Assigned")
    public Response create(@Valid @NotNull NewAssignment wanted) {
        AssignmentView made = assignments.add(wanted);
        return Response.status(Response.Status.CREATED).entity(made).build();
    }
}
