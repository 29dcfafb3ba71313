package vn.cchc.reporting.extension;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The filters of a list of extensions. */
public class ExtensionFilter {

    @QueryParam("regime")
    @Parameter(description = "Code of the regime", example = "CCHC")
    RegimeCode regime;

    @QueryParam("period")
    @Parameter(description = "Code of the period", example = "2025Q1")
    PeriodCode period;

    @QueryParam("unit")
    @Parameter(description = "Only the extensions of this unit", example = "VP")
    UnitCode unit;
}
