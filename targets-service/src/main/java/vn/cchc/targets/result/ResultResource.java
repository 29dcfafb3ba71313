package vn.cchc.targets.result;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;

@Path("/indicators/{code}/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results", description = "What the indicators came to, and the accepted rows behind each figure")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class ResultResource {

    private final Indicators indicators;
    private final Lineage lineage;

    ResultResource(Indicators indicators, Lineage lineage) {
        this.indicators = indicators;
        this.lineage = lineage;
    }

    @GET
    @Operation(operationId = "listResults", summary = "An indicator's figures by period and year", description = "Ordered by the period's code. Only accepted figures and published surveys are in it. A year's figure is the annual report's; until that is accepted, a flow is the sum of the windows accepted so far.")
    public Page<IndicatorResultView> series(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @BeanParam Paging paging) {
        Indicator indicator = indicators.require(code);
        return Page.of(lineage.series(indicator, paging), paging, IndicatorResult::period, IndicatorResultView::of);
    }

    @GET
    @Path("/{period}")
    @Operation(operationId = "getResult", summary = "Where a figure comes from", description = "The figure, and a page of the units in it: each unit's accepted row, the report and its version, who accepted it and when.")
    public LineageView result(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @Parameter(description = "A period such as 2025H1, or a year", example = "2025") @PathParam("period") String period,
            @BeanParam Paging paging) {
        Indicator indicator = indicators.require(code);
        if (indicator.type() == IndicatorType.SURVEY) {
            return lineage.survey(indicator, period).map(survey -> LineageView.of(code.value(), survey))
                    .orElseThrow(() -> ProblemException.notFound("result", code + " " + period));
        }
        IndicatorResult figure = lineage.figure(indicator, period)
                .orElseThrow(() -> ProblemException.notFound("result", code + " " + period));
        var units = Page.of(lineage.contributions(indicator, figure, paging), paging, Lineage.Contribution::unit,
                LineageView.UnitShare::of);
        return new LineageView(code.value(), IndicatorResultView.of(figure), units, null);
    }
}
