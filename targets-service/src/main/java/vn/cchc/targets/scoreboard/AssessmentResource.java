package vn.cchc.targets.scoreboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
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
import vn.cchc.rest.paging.Paging;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.values.IndicatorCode;

@Path("/indicators/{code}/assessment")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scoreboard")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class AssessmentResource {

    private final Scoreboard scoreboard;
    private final History history;

    AssessmentResource(Scoreboard scoreboard, History history) {
        this.scoreboard = scoreboard;
        this.history = history;
    }

    @GET
    @Operation(operationId = "getAssessment", summary = "Returns the verdict on an indicator in a reporting year, and its grounds", description = "The milestone that binds, the result, how they compare, a page of the accepted figures behind the result, and a page of the reports for which it waits. Both pages are in the order of the units' codes; each goes on with its own `next`.")
    public AssessmentView assessment(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @Parameter(description = ScoreboardView.YEAR, example = "2025") @QueryParam("year") @Min(2000) @Max(2100) Integer year,
            @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> scoreboard.of(code, year, paging, today));
    }
}
