package vn.cchc.survey.answer;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import vn.cchc.rest.precondition.WithoutIfMatch;

@Path("/campaigns/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
@RolesAllowed(Role.SURVEYOR)
class InvitationResource {

    private final InvitationService service;
    private final CurrentRequest current;

    InvitationResource(InvitationService service, CurrentRequest current) {
        this.service = service;
        this.current = current;
    }

    @POST
    // The response contains secret tokens, so it is not stored.
    @Idempotent(reply = Idempotent.Reply.NOT_STORED)
    @WithoutIfMatch(reason = "The operation only adds invitations.")
    @Operation(operationId = "createInvitations", summary = "Creates invitations", description = "Creates single-use tokens and returns them once; only their hashes are stored. The service does not know to whom a token is given. Allowed while the campaign is a draft or open.")
    @APIResponse(responseCode = "201", description = "The tokens", content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedInvitations.class)))
    public Response create(@PathParam("id") UUID id, @NotNull NewInvitations request) {
        var issued = IssuedInvitations.of(service.issue(id, request, current.change()), request.group());
        return Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(issued).build();
    }
}
