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
import vn.cchc.rest.ServiceSelector;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.ProblemException;

@Path("/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Rebuilds", description = "What a service keeps of others' events, read anew from the topics")
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
    @WithoutIfMatch(reason = "It overwrites nothing that anybody wrote; a second one answers with the first.")
    @Operation(operationId = "createRebuild", summary = "Has what the service keeps of others' events dropped and read anew", description = "It is read from the beginning of the topics, in one transaction: the service answers from what it had until the new is whole. Events that come meanwhile wait. Where a rebuild is under way already, that one is answered.")
    @APIResponse(responseCode = "202", description = "It will be done; `Location` tells how far it is", content = @Content(schema = @Schema(implementation = RebuildView.class)))
    public Response create(@BeanParam ServiceSelector whose) {
        whose.requireSelf(service);
        RebuildView asked = RebuildView.of(rebuilds.request(current.change()));
        return Response.accepted(asked).location(URI.create("rebuilds/" + asked.id() + "?service=" + service)).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRebuild", summary = "How far a rebuild is")
    public RebuildView get(@BeanParam ServiceSelector whose, @PathParam("id") UUID id) {
        whose.requireSelf(service);
        return rebuilds.findByIdOptional(id).map(RebuildView::of).orElseThrow(() -> ProblemException.notFound("rebuild", id));
    }
}
