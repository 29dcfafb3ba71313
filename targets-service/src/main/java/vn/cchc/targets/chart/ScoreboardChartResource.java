package vn.cchc.targets.chart;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

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
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.scoreboard.Scoreboard;
import vn.cchc.targets.scoreboard.ScoreboardView;
import vn.cchc.values.PlanCode;

@Path("/scoreboard.svg")
@Produces(Representation.SVG)
@Tag(name = "Scoreboard")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ANONYMOUS })
class ScoreboardChartResource {

    static final String EXAMPLE = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"vi\"><title id=\"title\">…</title><desc id=\"desc\">…</desc>…</svg>";

    private final Plans plans;
    private final Scoreboard scoreboard;
    private final History history;

    ScoreboardChartResource(Plans plans, Scoreboard scoreboard, History history) {
        this.plans = plans;
        this.scoreboard = scoreboard;
        this.history = history;
    }

    @GET
    @Operation(operationId = "getScoreboardChart", summary = "Draws the scoreboard of a plan for a reporting year", description = "A bar for each indicator with its milestone as a mark and the verdict in words, in Vietnamese. Verdicts differ by the bars' patterns, not by colour. `<title>` and `<desc>` say the same in words. If the operator has made the scoreboard public, it requires no token.")
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = Representation.SVG, schema = @Schema(type = SchemaType.STRING), example = EXAMPLE))
    public String chart(
            @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022") @QueryParam("plan") PlanCode plan,
            @Parameter(description = ScoreboardView.YEAR, example = "2025") @QueryParam("year") @Min(2000) @Max(2100) Integer year,
            @BeanParam AsOf asOf) {
        return new ScoreboardChart(history.read(asOf, today -> scoreboard.of(plans.requireOrDefault(plan), year, today))).svg();
    }
}
