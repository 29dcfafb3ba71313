package vn.cchc.survey.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.campaign.CampaignState;

@Schema(name = "CampaignProgress", description = "How far a campaign has come")
record CampaignProgress(CampaignState state, @Schema(description = "Tokens issued", examples = "31") long invitations,
        @Schema(description = "Respondents whose answers are in", examples = "26") long answers,
        @Schema(description = "How many respondents are planned", examples = "400", nullable = true) Integer plannedSample) {
}
