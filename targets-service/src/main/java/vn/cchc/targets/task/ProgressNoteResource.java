package vn.cchc.targets.task;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;

@Path("/tasks/{code}/progress-notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
class ProgressNoteResource {

    private final ProgressNoteService notes;
    private final CurrentRequest current;

    ProgressNoteResource(ProgressNoteService notes, CurrentRequest current) {
        this.notes = notes;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.DIRECTOR, Role.PLANNER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "listProgressNotes", summary = "Lists what the units have reported on a task, the first note first", description = "For the units that lead or co-ordinate it, and for those who follow all units.")
    public Page<ProgressNoteView> list(@Parameter(example = TaskResource.EXAMPLE) @PathParam("code") TaskCode code,
            @BeanParam Paging paging) {
        return notes.list(code, current.actor(), paging);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.DIRECTOR, Role.PLANNER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "getProgressNote", summary = "Returns a progress note on a task")
    public ProgressNoteView get(@Parameter(example = TaskResource.EXAMPLE) @PathParam("code") TaskCode code,
            @Parameter(example = "1") @PathParam("number") int number) {
        return notes.get(code, number, current.actor());
    }

    @POST
    @Idempotent
    @CreatesResource
    @MaxBodySize("512K")
    @RolesAllowed({ Role.REPORTER, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "addProgressNote", summary = "Reports on an open task", description = "By a unit that leads or co-ordinates it. A note is never changed; a later one says more.")
    @APIResponse(responseCode = "201", description = "Added; `Location` names it", content = @Content(schema = @Schema(implementation = ProgressNoteView.class)))
    public Response add(@Parameter(example = TaskResource.EXAMPLE) @PathParam("code") TaskCode code,
            @Valid @NotNull NewProgressNote wanted) {
        ProgressNoteView added = notes.add(code, wanted, current.change());
        return Response.created(URI.create("tasks/" + code + "/progress-notes/" + added.number())).entity(added).build();
    }
}
