package vn.cchc.reporting.report;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The filters of a list of reports. */
public class ReportFilter {

    @QueryParam("regime")
    @Parameter(description = "Code of the regime", example = "CCHC")
    RegimeCode regime;

    @QueryParam("unit")
    @Parameter(description = "Code of the unit", example = "VP")
    UnitCode unit;

    @QueryParam("period")
    @Parameter(description = "Code of the period", example = "2025")
    PeriodCode period;

    @QueryParam("state")
    @Parameter(description = "State of the report")
    ReportState state;

    @QueryParam("closed")
    @Parameter(description = "`true`: only reports that ended with their unit; `false`: only the others", example = "false")
    Boolean closed;
}
