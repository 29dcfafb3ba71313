package vn.cchc.reporting.extension;

import java.net.URI;
import java.util.UUID;

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

@Path("/extensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Following up")
class ExtensionResource {

    private final Extensions extensions;
    private final ExtensionService service;
    private final CurrentRequest current;

    ExtensionResource(Extensions extensions, ExtensionService service, CurrentRequest current) {
        this.extensions = extensions;
        this.service = service;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listExtensions", summary = "Lists the extensions in the order of their record, also those that were revoked")
    public Page<ExtensionView> list(@BeanParam ExtensionFilter filter, @BeanParam Paging paging) {
        return Page.of(extensions.after(filter, paging), paging, extension -> extension.id.toString(), ExtensionView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "getExtension", summary = "Returns an extension")
    public ExtensionView get(@PathParam("id") UUID id) {
        return ExtensionView.of(extensions.require(id));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "extendDeadline", summary = "Records a decision that extends the deadline of units for a period (gia hạn)", description = "The deadline of the calendar stays as it is; timeliness is told by both. The units are not overdue on the scoreboard before the new date.")
    @APIResponse(responseCode = "201", description = "Recorded; `Location` is its address", content = @Content(schema = @Schema(implementation = ExtensionView.class)))
    public Response extend(@NotNull NewExtension wanted) {
        ExtensionView granted = service.grant(wanted, current.change());
        return Response.created(URI.create("extensions/" + granted.id())).entity(granted).build();
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/revocation")
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "revokeExtension", summary = "Revokes an extension (thu hồi gia hạn)", description = "It stays in the list, with the reason. From then on it excuses nothing.")
    public ExtensionView revoke(@PathParam("id") UUID id, @Valid @NotNull NewRevocation why) {
        return service.revoke(id, why, current.change());
    }
}
