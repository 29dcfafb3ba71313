package vn.cchc.survey.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.campaign.CampaignState;

@Schema(name = "CampaignProgress", description = "Progress of a campaign")
record CampaignProgress(CampaignState state, @Schema(description = "Number of tokens issued", examples = "31") long invitations,
        @Schema(description = "Number of respondents who answered", examples = "26") long answers,
        @Schema(description = "Planned number of respondents", examples = "400", nullable = true) Integer plannedSample) {
}
