package vn.cchc.targets.scoreboard;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.targets.plan.Plans;
import vn.cchc.values.PlanCode;

@Path("/scoreboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scoreboard", description = "Verdicts on the indicators, and why")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ANONYMOUS })
class ScoreboardResource {

    private final Plans plans;
    private final Scoreboard scoreboard;
    private final Clock clock;

    ScoreboardResource(Plans plans, Scoreboard scoreboard, Clock clock) {
        this.plans = plans;
        this.scoreboard = scoreboard;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getScoreboard", summary = "All indicators with their verdicts for a year", description = "In the plan's order, from accepted figures and published surveys alone. It follows an acceptance within a second. Where the operator has made the scoreboard public, it needs no token.")
    public ScoreboardView scoreboard(
            @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022") @QueryParam("plan") PlanCode plan,
            @Parameter(description = "The reporting year; the current one if left out", example = "2025") @QueryParam("year") @Min(2000) @Max(2100) Integer year) {
        return scoreboard.of(plans.requireOrDefault(plan), ReportingYear.asked(year, clock));
    }
}
