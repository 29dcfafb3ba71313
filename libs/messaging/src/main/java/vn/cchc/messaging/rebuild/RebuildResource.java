package vn.cchc.messaging.rebuild;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.ServiceSelector;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@Path("/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Rebuilds", description = "Rebuilds of the read models of a service from the topics (dựng lại dữ liệu)")
class RebuildResource {

    private final Rebuilds rebuilds;
    private final CurrentRequest current;
    private final String service;

    RebuildResource(Rebuilds rebuilds, CurrentRequest current,
            @ConfigProperty(name = "cchc.service") String service) {
        this.rebuilds = rebuilds;
        this.current = current;
        this.service = service;
    }

    @POST
    @Idempotent
    @WithoutIfMatch(reason = "It overwrites no other request: a second one returns the first.")
    @Operation(operationId = "createRebuild", summary = "Requests a rebuild of the read models", description = "All events are applied again from the beginning of the topics, in one transaction: until its end the service serves the previous data, and new events wait. If a rebuild is open, it is returned.")
    @APIResponse(responseCode = "202", description = "Requested; `Location` is the address of the rebuild", content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response create(@BeanParam ServiceSelector whose) {
        whose.requireSelf(service);
        RebuildView rebuild = RebuildView.of(rebuilds.request(current.change()));
        return Response.accepted(rebuild).location(URI.create("rebuilds/" + rebuild.id() + "?service=" + service)).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRebuild", summary = "Returns a rebuild and its progress")
    public RebuildView get(@BeanParam ServiceSelector whose, @PathParam("id") UUID id) {
        whose.requireSelf(service);
        return rebuilds.findByIdOptional(id).map(RebuildView::of)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REBUILD, id));
    }
}
