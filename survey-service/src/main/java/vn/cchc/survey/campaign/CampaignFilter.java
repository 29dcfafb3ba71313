package vn.cchc.survey.campaign;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.values.IndicatorCode;

/** The filters of a list of campaigns; null matches every value. */
class CampaignFilter {

    @QueryParam("year")
    @Parameter(description = "Year for which the result counts", example = "2025")
    Integer year;

    @QueryParam("indicator")
    @Parameter(description = "Code of the indicator (chỉ số)", example = "CT16")
    IndicatorCode indicator;

    @QueryParam("state")
    @Parameter(description = "State of the campaign", example = "OPEN")
    CampaignState state;
}
