package vn.cchc.reporting.export;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The filters of an export of figures. */
public class FigureFilter {

    @QueryParam("regime")
    @Parameter(description = "Code of the regime", example = "CCHC")
    RegimeCode regime;

    @QueryParam("period")
    @Parameter(description = "Code of the period", example = "2025")
    PeriodCode period;

    @QueryParam("unit")
    @Parameter(description = "Code of the unit", example = "VP")
    UnitCode unit;

    @QueryParam("indicator")
    @Parameter(description = "Code of the indicator", example = "CT05.1")
    IndicatorCode indicator;
}
