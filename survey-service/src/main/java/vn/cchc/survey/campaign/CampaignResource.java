package vn.cchc.survey.campaign;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.rest.problem.Problem;
import vn.cchc.survey.result.ResultView;

@Path("/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "Collection windows of a questionnaire (đợt khảo sát), from draft to published result")
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.PLANNER, Role.SURVEYOR, Role.INTEGRATOR,
        Role.AUDITOR, Role.ADMIN })
class CampaignResource {

    private final CampaignService desk;
    private final Campaigns campaigns;
    private final Caller caller;

    CampaignResource(CampaignService desk, Campaigns campaigns, Caller caller) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listCampaigns", summary = "The campaigns", description = "In the order in which they were drafted.")
    public Page<CampaignView> list(@BeanParam CampaignFilter filter, @BeanParam Paging paging) {
        var found = campaigns.matching(filter, paging.afterId(), paging.rows());
        return Page.of(found, paging, campaign -> campaign.id.toString(), campaigns::view);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCampaign", summary = "One campaign", description = "Where it stands and what it asks; its result has a place of its own.")
    public CampaignView get(@PathParam("id") UUID id) {
        return campaigns.view(campaigns.require(id));
    }

    @GET
    @Path("/{id}/result")
    @Operation(operationId = "getCampaignResult", summary = "What a closed campaign found", description = "The satisfaction index with its interval, by field, question and group. Parts with fewer than 5 people are marked and not shown. Before the campaign is closed the answer is 409.")
    @APIResponse(responseCode = "200", description = "The result", content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResultView.class)))
    @APIResponse(responseCode = "409", description = "The campaign is not closed yet", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ResultView result(@PathParam("id") UUID id) {
        return ResultView.of(campaigns.require(id).result());
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "createCampaign", summary = "Drafts a campaign", description = "It asks the latest version of its questionnaire, and keeps asking that version.")
    @APIResponse(responseCode = "201", description = "Drafted; `Location` is the campaign", content = @Content(mediaType = "application/json", schema = @Schema(implementation = CampaignView.class)))
    public Response create(@NotNull NewCampaign wanted, @Context UriInfo uri) {
        Campaign campaign = desk.draft(wanted);
        var location = uri.getAbsolutePathBuilder().path(campaign.id.toString()).build();
        return Response.created(location).entity(campaigns.view(campaign)).build();
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/opening")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "openCampaign", summary = "Opens a draft", description = "From now on answers are taken.")
    public CampaignView open(@PathParam("id") UUID id) {
        return campaigns.view(desk.open(id));
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/closing")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "closeCampaign", summary = "Closes an open campaign", description = "No answer is taken any more, and those that came are counted.")
    public CampaignView close(@PathParam("id") UUID id) {
        return campaigns.view(desk.close(id));
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/publication")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "publishCampaign", summary = "Publishes the result of a closed campaign", description = "From now on it counts for the indicator and the year, and targets-service learns of it. Without a single answer at a level there is nothing to publish: 422.")
    public CampaignView publish(@PathParam("id") UUID id) {
        return campaigns.view(desk.publish(id, caller.subject()));
    }
}
