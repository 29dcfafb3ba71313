package vn.cchc.reporting.export;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of an export of figures. */
public class FigureFilter {

    @QueryParam("regime")
    @Parameter(description = "Code of the regime", example = "CCHC")
    String regime;

    @QueryParam("period")
    @Parameter(description = "Code of the period", example = "2025")
    String period;

    @QueryParam("unit")
    @Parameter(description = "Code of the unit", example = "VP")
    String unit;

    @QueryParam("indicator")
    @Parameter(description = "Code of the indicator", example = "CT05.1")
    String indicator;
}
