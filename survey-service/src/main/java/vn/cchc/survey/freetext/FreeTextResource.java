package vn.cchc.survey.freetext;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.Problem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.result.SuppressionConfig;

@Path("/campaigns/{id}/texts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
@RolesAllowed(Role.SURVEYOR)
class FreeTextResource {

    private final Campaigns campaigns;
    private final FreeTexts texts;
    private final SuppressionConfig suppression;

    FreeTextResource(Campaigns campaigns, FreeTexts texts, SuppressionConfig suppression) {
        this.campaigns = campaigns;
        this.texts = texts;
        this.suppression = suppression;
    }

    @GET
    @Operation(operationId = "listCampaignTexts", summary = "Lists what respondents wrote", description = "For surveyors, after the campaign is closed and if at least the campaign's suppressBelow people answered. In random order: nothing joins a text to an answer, to another text, or to a group. Telephone numbers, e-mail addresses and identity numbers were removed before the text was stored.")
    @APIResponse(responseCode = "200", description = "A page of texts")
    @APIResponse(responseCode = "409", description = "The campaign is not closed yet, its answers are being counted, or too few people answered", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "410", description = "The texts have been removed after their retention", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Page<FreeTextView> list(@PathParam("id") UUID id,
            @QueryParam("question") @Parameter(description = "Code of a question with the scale TEXT; by default all", example = "SUGGESTION") String question,
            @BeanParam Paging paging) {
        Campaign campaign = campaigns.require(id);
        campaign.requireTexts();
        int suppressBelow = campaign.suppressBelow(suppression.minRespondents());
        if (campaign.result(suppression.minRespondents()).respondents().respondents() < suppressBelow) {
            throw new ProblemException(SurveyProblem.TEXTS_SUPPRESSED, suppressBelow);
        }
        return Page.of(texts.after(id, question, paging.afterId(), paging.rows()), paging, text -> text.id.toString(),
                FreeTextView::of);
    }
}
