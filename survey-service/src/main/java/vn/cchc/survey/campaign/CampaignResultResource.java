package vn.cchc.survey.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.precondition.Representation;
import vn.cchc.rest.problem.Problem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.result.FrozenResult;
import vn.cchc.survey.result.RankingView;
import vn.cchc.survey.result.ResultView;
import vn.cchc.survey.result.SuppressionConfig;

@Path("/campaigns/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.PLANNER, Role.SURVEYOR, Role.INTEGRATOR,
        Role.AUDITOR, Role.ADMIN })
class CampaignResultResource {

    private final Campaigns campaigns;
    private final PublishedResults published;
    private final SuppressionConfig suppression;
    private final CurrentRequest current;

    CampaignResultResource(Campaigns campaigns, PublishedResults published, SuppressionConfig suppression,
            CurrentRequest current) {
        this.campaigns = campaigns;
        this.published = published;
        this.suppression = suppression;
        this.current = current;
    }

    @GET
    @Path("/result")
    @Operation(operationId = "getCampaignResult", summary = "Returns the result of a closed campaign", description = "The satisfaction index with its confidence interval, by topic, question, group, unit and stratum. Figures of fewer respondents than the campaign's suppressBelow are suppressed, and so are figures from which these could be computed, or narrowed down to fewer numbers than that, also with the numbers of invitations and people. While the campaign is open, a surveyor gets an interim result. A published result is shown as it was frozen.")
    @APIResponse(responseCode = "200", description = "The result", content = @Content(mediaType = "application/json", schema = @Schema(implementation = ResultView.class)))
    @APIResponse(responseCode = "409", description = "The campaign is not closed yet, or its answers are being counted", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ResultView result(@PathParam("id") UUID id) {
        Campaign campaign = campaigns.require(id);
        if (campaign.state() == CampaignState.OPEN && current.actor().is(Role.SURVEYOR)) {
            return ResultView.of(campaign.interimResult(suppression.minRespondents()));
        }
        return frozen(id).map(FrozenResult::view).orElseGet(() -> view(campaign));
    }

    @GET
    @Path("/result/document")
    @Operation(operationId = "getCampaignResultDocument", summary = "Returns the frozen result of a published campaign", description = "The document to the byte, as canonical JSON (RFC 8785): its SHA-256 is the resultHash of the result and of the campaign.")
    @APIResponse(responseCode = "200", description = "The document", content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "The result is not published, or was published before results were frozen", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Representation document(@PathParam("id") UUID id) {
        campaigns.require(id);
        return frozen(id).map(frozen -> new Representation(frozen.content().getBytes(UTF_8), '"' + frozen.hash() + '"'))
                .orElseThrow(() -> new ProblemException(SurveyProblem.RESULT_NOT_FROZEN));
    }

    @GET
    @Path("/ranking")
    @Operation(operationId = "getCampaignRanking", summary = "Ranks the units of a closed campaign", description = "By the satisfied rate, and only where the 95 % intervals separate: the rank of a unit is 1 plus the number of units whose interval lies wholly above its own. So units whose order is not certain can share a rank. Suppressed units have none.")
    @APIResponse(responseCode = "200", description = "The units, by rank and then in the order of the campaign", content = @Content(mediaType = "application/json", schema = @Schema(implementation = RankingView.class)))
    @APIResponse(responseCode = "409", description = "The campaign is not closed yet, or its answers are being counted", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RankingView ranking(@PathParam("id") UUID id) {
        Campaign campaign = campaigns.require(id);
        return RankingView.of(frozen(id).map(FrozenResult::view).orElseGet(() -> view(campaign)));
    }

    private ResultView view(Campaign campaign) {
        return ResultView.of(campaign.result(suppression.minRespondents()));
    }

    private Optional<FrozenResult> frozen(UUID id) {
        return published.findByIdOptional(id).map(PublishedResult::result);
    }
}
