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
import vn.cchc.rest.precondition.WithoutIfMatch;

@Path("/campaigns/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
@RolesAllowed(Role.SURVEYOR)
class InvitationResource {

    private final InvitationService desk;

    InvitationResource(InvitationService desk) {
        this.desk = desk;
    }

    @POST
    // Its tokens are secret: whoever reads the database must not be able to answer with them.
    @Idempotent(reply = Idempotent.Reply.NOT_STORED)
    @WithoutIfMatch(reason = "It only adds, and what it adds is shown once.")
    @Operation(operationId = "createInvitations", summary = "Invites people", description = "Makes single-use tokens and shows them once: afterwards only their hashes are known here. Whom they are given to is not known here at all. People are invited while the campaign is a draft or open.")
    @APIResponse(responseCode = "201", description = "The tokens", content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedInvitations.class)))
    public Response create(@PathParam("id") UUID id, @NotNull NewInvitations wanted) {
        var issued = IssuedInvitations.of(desk.issue(id, wanted), wanted.group());
        return Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(issued).build();
    }
}
