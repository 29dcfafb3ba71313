package vn.cchc.survey.campaign;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "Collection windows of a questionnaire (đợt khảo sát), from draft to published result")
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.PLANNER, Role.SURVEYOR, Role.INTEGRATOR,
        Role.AUDITOR, Role.ADMIN })
class CampaignResource {

    private final CampaignService service;
    private final CampaignTransitions transitions;
    private final CampaignPublisher publisher;
    private final Campaigns campaigns;
    private final CurrentRequest current;

    CampaignResource(CampaignService service, CampaignTransitions transitions, CampaignPublisher publisher, Campaigns campaigns,
            CurrentRequest current) {
        this.service = service;
        this.transitions = transitions;
        this.publisher = publisher;
        this.campaigns = campaigns;
        this.current = current;
    }

    @GET
    @Operation(operationId = "listCampaigns", summary = "Lists campaigns", description = "Ordered by creation, oldest first.")
    public Page<CampaignView> list(@BeanParam CampaignFilter filter, @BeanParam Paging paging) {
        return campaigns.list(filter, paging);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCampaign", summary = "Returns a campaign", description = "State and dates. The result is a separate resource.")
    public CampaignView get(@PathParam("id") UUID id) {
        return campaigns.view(campaigns.require(id));
    }

    @POST
    @Idempotent
    @CreatesResource
    @MaxBodySize("256K")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "createCampaign", summary = "Creates a campaign", description = "The campaign is created as a draft. It keeps the latest version of its questionnaire. It opens and closes by itself on the days that it names.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is the campaign", content = @Content(mediaType = "application/json", schema = @Schema(implementation = CampaignView.class)))
    public Response create(@NotNull NewCampaign request) {
        Campaign campaign = service.draft(request, current.change());
        var location = URI.create("campaigns/" + campaign.id);
        return Response.created(location).entity(campaigns.view(campaign)).build();
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @MaxBodySize("256K")
    @Path("/{id}")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "editCampaign", summary = "Changes a draft of a campaign", description = "Replaces everything that the creation names, with the latest version of the questionnaire. Strata for which invitations have been issued stay. Allowed for a draft.")
    public CampaignView edit(@PathParam("id") UUID id, @NotNull NewCampaign request) {
        return campaigns.view(service.edit(id, request, current.change()));
    }

    @DELETE
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "deleteCampaign", summary = "Deletes an unused campaign", description = "Returns the campaign as it was. Allowed for a draft without invitations: 409 else. The audit trail keeps the campaign.")
    public CampaignView delete(@PathParam("id") UUID id) {
        return campaigns.view(service.delete(id, current.change()));
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/opening")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "openCampaign", summary = "Opens a campaign", description = "Starts the collection of answers. Allowed for a draft whose last day is not over.")
    public CampaignView open(@PathParam("id") UUID id) {
        return campaigns.view(transitions.open(id, current.change()));
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/closing")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "closeCampaign", summary = "Closes a campaign", description = "Ends the collection of answers and counts them. Allowed for an open campaign. Up to 40,000 invitations and answers together are counted before the response. Of a larger campaign the response comes at once, with `counting` true, and the answers are counted in the background; the same happens if something else, such as a backup, reads the tables for more than three seconds. Until the answers have been counted, the result, the ranking, the publication and the exports of answers and texts are refused with 409 (answers-being-counted). The end of the counting is a change of its own with a new `ETag`.")
    public CampaignView close(@PathParam("id") UUID id) {
        return campaigns.view(transitions.close(id, current.change()));
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/publication")
    // So that a request without a body needs no Content-Type.
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "publishCampaign", summary = "Publishes the result of a closed campaign", description = "The result is frozen with its hash, counts for the indicator and the year, and is sent to targets-service. A second result by the same method for the same indicator and year requires a decision, and becomes the next version of the result; the first remains readable. Results of fewer respondents than the campaign's minRespondents are not published: 422.")
    public CampaignView publish(@PathParam("id") UUID id, NewPublication request) {
        return campaigns.view(publisher.publish(id, NewPublication.decisionOf(request), current.change()));
    }
}
