package vn.cchc.targets.indicator;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.values.IndicatorCode;

@Path("/indicators/{code}/coordinating-units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators")
class CoordinatingUnitResource {

    private final Indicators indicators;
    private final CoordinatingUnits units;
    private final CurrentRequest current;

    CoordinatingUnitResource(Indicators indicators, CoordinatingUnits units, CurrentRequest current) {
        this.indicators = indicators;
        this.units = units;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listCoordinatingUnits", summary = "Lists the units that co-ordinate on an indicator (phối hợp) in the order of their record, also those that have ended")
    public Page<CoordinatingUnitView> list(@Parameter(example = "CT11") @PathParam("code") IndicatorCode code,
            @BeanParam Paging paging) {
        return Page.of(units.page(indicators.require(code), paging), paging, unit -> unit.id.toString(),
                CoordinatingUnitView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "getCoordinatingUnit", summary = "Returns a co-ordinating unit of an indicator")
    public CoordinatingUnitView get(@Parameter(example = "CT11") @PathParam("code") IndicatorCode code,
            @PathParam("id") UUID id) {
        return CoordinatingUnitView.of(units.require(code, id));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "addCoordinatingUnit", summary = "Makes a unit co-ordinate on an indicator (phối hợp)", description = "It works with the lead unit and reports no figure. On a day a unit leads, reports or co-ordinates.")
    @APIResponse(responseCode = "201", description = "Recorded; `Location` is its address", content = @Content(schema = @Schema(implementation = CoordinatingUnitView.class)))
    public Response add(@Parameter(example = "CT11") @PathParam("code") IndicatorCode code,
            @NotNull NewCoordinatingUnit wanted) {
        CoordinatingUnitView added = units.add(code, wanted, current.change());
        return Response.created(URI.create("indicators/" + code + "/coordinating-units/" + added.id())).entity(added).build();
    }

    @PUT
    @Path("/{id}")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "changeCoordinatingUnit", summary = "Changes the days on which a unit co-ordinates", description = "Such as its end (`validTo`). The unit stays the same.")
    public CoordinatingUnitView change(@Parameter(example = "CT11") @PathParam("code") IndicatorCode code,
            @PathParam("id") UUID id, @NotNull NewCoordinatingUnit wanted) {
        return units.change(code, id, wanted, current.change());
    }
}
