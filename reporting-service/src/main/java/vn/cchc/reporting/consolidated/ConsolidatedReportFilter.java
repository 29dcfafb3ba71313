package vn.cchc.reporting.consolidated;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** The filters of a list of consolidated reports. */
public class ConsolidatedReportFilter {

    @QueryParam("regime")
    @Parameter(description = "Code of the regime", example = "CCHC")
    RegimeCode regime;

    @QueryParam("period")
    @Parameter(description = "Code of the period", example = "2025")
    PeriodCode period;

    @QueryParam("state")
    @Parameter(description = "State of the report")
    ConsolidatedState state;
}
