package vn.cchc.reporting.report;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of a list of reports. */
public class ReportFilter {

    @QueryParam("unit")
    @Parameter(description = "Code of the unit", example = "VP")
    String unit;

    @QueryParam("period")
    @Parameter(description = "Code of the period", example = "2025")
    String period;

    @QueryParam("state")
    @Parameter(description = "State of the report")
    ReportState state;
}
