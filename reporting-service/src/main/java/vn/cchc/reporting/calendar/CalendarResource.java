package vn.cchc.reporting.calendar;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;

@Path("/periods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar", description = "Regimes, periods, cut-offs and deadlines")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class CalendarResource {

    private final Regimes regimes;
    private final Clock clock;

    CalendarResource(Regimes regimes, Clock clock) {
        this.regimes = regimes;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listPeriods", summary = "A regime's periods in a year, with windows, cut-offs and deadlines", description = "Windows run from day 15 to day 14 (Decree 09/2019/NĐ-CP, art. 12), inclusive. In the order of their cut-offs.")
    public Page<PeriodView> list(
            @Parameter(description = "Code of the regime") @QueryParam("regime") @DefaultValue("CCHC") String code,
            @Parameter(description = "The reporting year; the current one if left out", example = "2025") @QueryParam("year") @Min(2000) @Max(2099) Integer year) {
        Regime regime = regimes.require(code);
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        return new Page<>(regime.periodsOf(asked).stream().map(period -> PeriodView.of(regime, period)).toList(), null);
    }
}
