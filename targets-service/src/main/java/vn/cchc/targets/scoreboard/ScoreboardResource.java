package vn.cchc.targets.scoreboard;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.precondition.Representation;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.targets.plan.Plans;
import vn.cchc.values.PlanCode;

@Path("/scoreboard")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scoreboard", description = "Verdicts on the indicators, and their grounds")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ANONYMOUS })
class ScoreboardResource {

    private final Plans plans;
    private final Scoreboard scoreboard;
    private final History history;
    private final CurrentViews views;

    private record Key(PlanCode plan, Integer year, LocalDate today) {
    }

    ScoreboardResource(Plans plans, Scoreboard scoreboard, History history, CurrentViews views) {
        this.plans = plans;
        this.scoreboard = scoreboard;
        this.history = history;
        this.views = views;
    }

    @GET
    @Operation(operationId = "getScoreboard", summary = "Lists a plan's indicators with their verdicts for a reporting year", description = "In the plan's order, from accepted figures and published surveys only. It follows an acceptance within a second. If the operator has made the scoreboard public, it requires no token.")
    @APIResponseSchema(ScoreboardView.class)
    public Representation scoreboard(
            @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022") @QueryParam("plan") PlanCode plan,
            @Parameter(description = ScoreboardView.YEAR, example = "2025") @QueryParam("year") @Min(2000) @Max(2100) Integer year,
            @BeanParam AsOf asOf) {
        return history.read(asOf, today -> views.get(new Key(plan, year, today),
                () -> scoreboard.of(plans.requireOrDefault(plan), year, today)));
    }
}
