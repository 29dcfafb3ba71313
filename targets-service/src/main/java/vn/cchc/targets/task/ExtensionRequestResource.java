package vn.cchc.targets.task;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.WithoutIfMatch;

@Path("/tasks/{code}/extension-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
class ExtensionRequestResource {

    private final ExtensionRequestService requests;
    private final CurrentRequest current;

    ExtensionRequestResource(ExtensionRequestService requests, CurrentRequest current) {
        this.requests = requests;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.DIRECTOR, Role.PLANNER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "listTaskExtensionRequests", summary = "Lists the requests to extend the deadline of a task (xin gia hạn), with the decisions", description = "For the units that lead or co-ordinate it, and for those who follow all units.")
    public Page<ExtensionRequestView> list(@Parameter(example = TaskResource.EXAMPLE) @PathParam("code") TaskCode code,
            @BeanParam Paging paging) {
        return requests.list(code, current.actor(), paging);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.DIRECTOR, Role.PLANNER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "getTaskExtensionRequest", summary = "Returns a request to extend the deadline of a task")
    public ExtensionRequestView get(@Parameter(example = TaskResource.EXAMPLE) @PathParam("code") TaskCode code,
            @Parameter(example = "1") @PathParam("number") int number) {
        return requests.get(code, number, current.actor());
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.UNIT_HEAD)
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "requestTaskExtension", summary = "Asks for a later deadline of an open task (xin gia hạn)", description = "By the head of the lead unit. The deadline stays until a planner decides; one request waits at a time.")
    @APIResponse(responseCode = "201", description = "Asked; `Location` names the request", content = @Content(schema = @Schema(implementation = ExtensionRequestView.class)))
    public Response ask(@Parameter(example = TaskResource.EXAMPLE) @PathParam("code") TaskCode code,
            @NotNull NewExtensionRequest wanted) {
        ExtensionRequestView asked = requests.ask(code, wanted, current.change());
        return Response.created(URI.create("tasks/" + code + "/extension-requests/" + asked.number())).entity(asked).build();
    }

    @POST
    @Idempotent
    @WithoutIfMatch(reason = "A request never changes, and a second decision is refused.")
    @Path("/{number}/decision")
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "decideTaskExtension", summary = "Grants or refuses a later deadline", description = "Not by the person who asked. If it is granted, the deadline of the task moves; the request keeps the earlier one.")
    public ExtensionRequestView decide(@Parameter(example = TaskResource.EXAMPLE) @PathParam("code") TaskCode code,
            @Parameter(example = "1") @PathParam("number") int number, @NotNull NewExtensionDecision decision) {
        return requests.decide(code, number, decision, current.change());
    }
}
