package vn.cchc.targets.scoreboard;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.cchc.values.IndicatorCode;

@Path("/indicators/{code}/assessment")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scoreboard")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class AssessmentResource {

    private final Scoreboard scoreboard;
    private final Clock clock;

    AssessmentResource(Scoreboard scoreboard, Clock clock) {
        this.scoreboard = scoreboard;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getAssessment", summary = "The verdict on one indicator in a year, and why", description = "Which milestone binds, what was accepted, how they compare, and what keeps it from being computed.")
    public AssessmentView assessment(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @Parameter(description = "The reporting year; the current one if left out", example = "2025") @QueryParam("year") @Min(2000) @Max(2100) Integer year) {
        return scoreboard.of(code, ReportingYear.asked(year, clock));
    }
}
