package vn.cchc.targets.forecast;

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
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;

@Path("/indicators/{code}/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class ForecastResource {

    private final Indicators indicators;
    private final Forecasts forecasts;
    private final History history;

    ForecastResource(Indicators indicators, Forecasts forecasts, History history) {
        this.indicators = indicators;
        this.forecasts = forecasts;
        this.history = history;
    }

    @GET
    @Operation(operationId = "getForecast", summary = "Returns where an indicator is heading, and when it will meet its milestone", description = "From at least three accepted figures. A stock has a point for each cut-off day, a flow for each year that is final, a survey for each year of one method.")
    public ForecastView forecast(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> {
            Indicator indicator = indicators.require(code);
            return ForecastView.of(indicator, forecasts.of(indicator, today));
        });
    }
}
