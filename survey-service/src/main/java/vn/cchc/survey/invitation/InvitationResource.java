package vn.cchc.survey.invitation;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.survey.campaign.Campaigns;

@Path("/campaigns/{id}/invitations")
@Produces({ MediaType.APPLICATION_JSON, InvitationResource.PDF })
@Tag(name = "Answers")
@RolesAllowed(Role.SURVEYOR)
public class InvitationResource {

    public static final String PDF = "application/pdf";

    private static final List<Variant> FORMATS = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(PDF))
            .build();

    private final InvitationService service;
    private final Campaigns campaigns;
    private final InvitationLinks links;
    private final CurrentRequest current;

    InvitationResource(InvitationService service, Campaigns campaigns, InvitationLinks links, CurrentRequest current) {
        this.service = service;
        this.campaigns = campaigns;
        this.links = links;
        this.current = current;
    }

    @POST
    // The response contains secret tokens, so it is not stored.
    @Idempotent(reply = Idempotent.Reply.NOT_STORED)
    @WithoutIfMatch(reason = "The operation only adds invitations.")
    @Operation(operationId = "createInvitations", summary = "Creates invitations", description = "Creates single-use tokens and returns them once, with their links; only their hashes are stored. With `Accept: application/pdf` the reply is an A4 sheet to print, eight invitations with QR codes to a page, and has the tokens nowhere else. The service does not know to whom a token is given. Allowed while the campaign is a draft or open.")
    @APIResponse(responseCode = "201", description = "The tokens", content = @Content(mediaType = "application/json", schema = @Schema(implementation = IssuedInvitations.class)))
    public Response create(@PathParam("id") UUID id, @NotNull NewInvitations request, @Context Request accepted) {
        List<InvitationToken> tokens = service.issue(id, request, current.change());
        List<String> ofTokens = tokens.stream().map(token -> links.of(id, token)).toList();
        boolean sheet = isPdf(accepted);
        Object entity = sheet ? InvitationSheet.pdf(campaigns.require(id).title(), ofTokens)
                : IssuedInvitations.of(tokens, request.stratumCode(), ofTokens);
        return Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(entity)
                .type(sheet ? PDF : MediaType.APPLICATION_JSON).build();
    }

    /** Whether `Accept` prefers a sheet to print. */
    public static boolean isPdf(Request accepted) {
        return accepted.selectVariant(FORMATS).getMediaType().getSubtype().equals("pdf");
    }
}
