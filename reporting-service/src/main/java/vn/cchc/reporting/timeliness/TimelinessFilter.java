package vn.cchc.reporting.timeliness;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.reporting.unit.UnitTree;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The reports whose timeliness is counted, and by what. */
public class TimelinessFilter {

    @QueryParam("regime")
    @DefaultValue("CCHC")
    @Parameter(description = "Code of the regime")
    RegimeCode regime;

    @QueryParam("period")
    @Parameter(description = "Only this period; without it the periods whose cut-off day is reached", example = "2025Q1")
    PeriodCode period;

    @QueryParam("year")
    @Min(2000)
    @Max(2099)
    @Parameter(description = "Only the periods of this reporting year", example = "2025")
    Integer year;

    @QueryParam("unit")
    @Parameter(description = "Only the reports of this unit", example = "VP")
    UnitCode unit;

    @QueryParam("parent")
    @Parameter(description = "Only the reports of this unit and of the units that stood below it at the end of the period", example = "SGDDT")
    UnitCode parent;

    @QueryParam("tree")
    @DefaultValue("ORGANISATION")
    @Parameter(description = "The tree of `parent` and of `groupBy=PARENT`")
    UnitTree tree;

    @QueryParam("groupBy")
    @DefaultValue("PERIOD")
    @Parameter(description = "What each item counts")
    Grouping groupBy;
}
