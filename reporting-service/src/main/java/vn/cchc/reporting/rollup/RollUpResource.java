package vn.cchc.reporting.rollup;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.unit.UnitTree;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@Path("/units/{code}/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units")
class RollUpResource {

    private final RollUps rollUps;
    private final Units units;
    private final Regimes regimes;
    private final Clock clock;

    RollUpResource(RollUps rollUps, Units units, Regimes regimes, Clock clock) {
        this.rollUps = rollUps;
        this.units = units;
        this.regimes = regimes;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "sumUnitFigures", summary = "Adds the accepted figures of a unit and of the units below it", description = "Facts stay with the unit that existed then. As it was, the units are those of the period. As now, they are those of today, and the figures of the units that were merged into them, or from which they were split, count for them. Ratings are not added.")
    public RollUpView sums(@Parameter(example = "SGDDT") @PathParam("code") UnitCode code,
            @Parameter(description = "Code of the period", example = "2025Q3") @QueryParam("period") @NotNull PeriodCode period,
            @Parameter(description = "Code of the regime") @QueryParam("regime") @DefaultValue("CCHC") RegimeCode regime,
            @Parameter(description = "The tree in which the units stand below") @QueryParam("tree") @DefaultValue("ORGANISATION") UnitTree tree,
            @Parameter(description = "The units whose figures are added") @QueryParam("basis") @DefaultValue("AS_IT_WAS") RollUpBasis basis) {
        units.findByIdOptional(code.value()).orElseThrow(() -> ProblemException.notFound(ResourceType.UNIT, code));
        Period found = regimes.period(regime, period)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.PERIOD, period));
        return new RollUpView(code.value(), regime.value(), period.value(), basis,
                rollUps.sums(code, regime, found, tree.name(), basis, LocalDate.now(clock)));
    }
}
