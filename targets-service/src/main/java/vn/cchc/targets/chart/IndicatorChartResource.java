package vn.cchc.targets.chart;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.precondition.Representation;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;

@Path("/indicators/{code}/chart.svg")
@Produces(Representation.SVG)
@Tag(name = "Results")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class IndicatorChartResource {

    private final Indicators indicators;
    private final IndicatorCharts charts;
    private final History history;

    IndicatorChartResource(Indicators indicators, IndicatorCharts charts, History history) {
        this.indicators = indicators;
        this.charts = charts;
        this.history = history;
    }

    @GET
    @Operation(operationId = "getIndicatorChart", summary = "Draws an indicator's milestones, accepted figures and forecast", description = "With Vietnamese texts. Nothing is told by colour alone: milestones are a solid line of steps, accepted figures filled circles, provisional ones empty circles, the forecast a dashed line in a grey band. `<title>` and `<desc>` say the same in words.")
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = Representation.SVG, schema = @Schema(type = SchemaType.STRING), example = ScoreboardChartResource.EXAMPLE))
    public String chart(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> charts.of(indicators.require(code), today)).svg();
    }
}
