package vn.cchc.survey.campaign;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which campaigns are asked for; what is left out does not matter. */
class CampaignFilter {

    @QueryParam("year")
    @Parameter(description = "The year for which they count", example = "2025")
    Integer year;

    @QueryParam("indicator")
    @Parameter(description = "The indicator that they measure", example = "CT16")
    String indicator;

    @QueryParam("state")
    @Parameter(description = "Where they stand", example = "OPEN")
    CampaignState state;
}
