package vn.cchc.survey.campaign;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.survey.questionnaire.QuestionnaireView;

@Path("/campaigns/{id}/questionnaire")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@PermitAll
class CampaignQuestionnaireResource {

    private final Campaigns campaigns;

    CampaignQuestionnaireResource(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GET
    @Operation(operationId = "getCampaignQuestionnaire", summary = "Returns the questionnaire of a campaign", description = "Public, for the form in which respondents answer.")
    public QuestionnaireView questionnaire(@PathParam("id") UUID id) {
        return QuestionnaireView.of(campaigns.require(id).questionnaire());
    }
}
