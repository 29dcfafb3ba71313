package vn.cchc.survey.openlink;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.invitation.InvitationLinks;
import vn.cchc.survey.invitation.InvitationResource;

@Path("/campaigns/{id}/open-links")
@Tag(name = "Answers")
@RolesAllowed(Role.SURVEYOR)
class OpenLinkResource {

    private final OpenLinks openLinks;
    private final InvitationLinks links;
    private final Campaigns campaigns;
    private final CurrentRequest current;

    OpenLinkResource(OpenLinks openLinks, InvitationLinks links, Campaigns campaigns, CurrentRequest current) {
        this.openLinks = openLinks;
        this.links = links;
        this.campaigns = campaigns;
        this.current = current;
    }

    @POST
    @Produces({ MediaType.APPLICATION_JSON, InvitationResource.PDF })
    // The response contains a secret token, so it is not stored.
    @Idempotent(reply = Idempotent.Reply.NOT_STORED)
    @WithoutIfMatch(reason = "The operation only adds a link.")
    @Operation(operationId = "createOpenLink", summary = "Creates an open link", description = "A link with which anybody answers until it has expired, was ended, or accepted as many answers as it may. It is returned once; only its hash is stored. With `Accept: application/pdf` the reply is an A4 poster with its QR code, and has the link nowhere else. Nobody is invited by it, so its answers have no response rate. Allowed while the campaign is a draft or open.")
    @APIResponse(responseCode = "201", description = "The link", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OpenLinkView.class)) })
    public Response create(@PathParam("id") UUID id, @NotNull NewOpenLink request, @Context Request accepted) {
        OpenLinks.Created created = openLinks.create(id, request, current.change());
        String link = links.open(id, created.token());
        boolean poster = InvitationResource.isPdf(accepted);
        Object entity = poster ? OpenLinkPoster.pdf(campaigns.require(id).title(), link)
                : OpenLinkView.of(created.link(), link);
        return Response.status(Response.Status.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(entity)
                .type(poster ? InvitationResource.PDF : MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listOpenLinks", summary = "Lists the open links of a campaign", description = "In the order of their creation, without the links themselves.")
    public Page<OpenLinkView> list(@PathParam("id") UUID id, @BeanParam Paging paging) {
        campaigns.require(id);
        return Page.of(openLinks.after(id, paging.afterId(), paging.rows()), paging, link -> link.id.toString(),
                OpenLinkView::of);
    }

    @DELETE
    @Path("/{link}")
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @WithoutIfMatch(reason = "A link that was ended stays so, and its answers stay.")
    @Operation(operationId = "endOpenLink", summary = "Ends an open link", description = "It accepts no more answers. Its answers stay, and so does its entry in the list.")
    @APIResponse(responseCode = "200", description = "The link, ended", content = @Content(schema = @Schema(implementation = OpenLinkView.class)))
    public OpenLinkView end(@PathParam("id") UUID id, @PathParam("link") UUID link) {
        return OpenLinkView.of(openLinks.end(id, link, current.change()));
    }
}
