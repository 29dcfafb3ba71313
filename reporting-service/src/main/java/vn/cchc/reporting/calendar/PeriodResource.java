package vn.cchc.reporting.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

@Path("/periods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar", description = "Regimes, periods, cut-offs, deadlines and holidays")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ADMIN })
class PeriodResource {

    private final Regimes regimes;
    private final Periods periods;
    private final Clock clock;

    PeriodResource(Regimes regimes, Periods periods, Clock clock) {
        this.regimes = regimes;
        this.periods = periods;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listPeriods", summary = "Lists the periods of a regime in a reporting year", description = "In the order of their cut-offs. Windows include their first and last day. Without `year`, the reporting year of today: for a regime whose year begins on 15 December, 16 December 2025 belongs to 2026.")
    public Page<PeriodView> list(
            @Parameter(description = "Code of the regime") @QueryParam("regime") @DefaultValue("CCHC") String code,
            @Parameter(description = "The reporting year; the current one by default", example = "2025") @QueryParam("year") @Min(2000) @Max(2099) Integer year) {
        RegimeVersions regime = regimes.requireVersions(RegimeResource.parse(code));
        int listed = year == null ? regime.yearOf(LocalDate.now(clock)) : year;
        List<Period> found = periods.current(regime.latest().code(), listed);
        return new Page<>(found.stream().map(PeriodView::of).toList(), null);
    }

    @GET
    @Path("/{regime}/{code}")
    @Operation(operationId = "getPeriod", summary = "Returns the current version of a period")
    public PeriodView get(@Parameter(example = "CCHC") @PathParam("regime") String regime,
            @Parameter(example = "2025Q1") @PathParam("code") String code) {
        List<Period> versions = requireHistory(regime, code);
        return PeriodView.of(versions.get(versions.size() - 1));
    }

    @GET
    @Path("/{regime}/{code}/history")
    @Operation(operationId = "getPeriodHistory", summary = "Lists all versions of a period, the oldest first", description = "A version is added when a changed regime or holiday moves a date that still lies ahead. Earlier versions keep the former deadlines.")
    public Page<PeriodView> history(@Parameter(example = "CCHC") @PathParam("regime") String regime,
            @Parameter(example = "2025Q1") @PathParam("code") String code) {
        return new Page<>(requireHistory(regime, code).stream().map(PeriodView::of).toList(), null);
    }

    private List<Period> requireHistory(String regime, String code) {
        List<Period> versions = RegimeCode.parse(regime)
                .flatMap(parsed -> PeriodCode.parse(code).map(period -> periods.history(parsed, period))).orElse(List.of());
        if (versions.isEmpty()) {
            throw ProblemException.notFound(ResourceType.PERIOD, regime + ' ' + code);
        }
        return versions;
    }
}
