package vn.cchc.reporting.unit;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import vn.cchc.values.UnitCode;

@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units", description = "The Department, its divisions, and the schools and centres under it (đơn vị)")
class UnitResource {

    private final Units units;
    private final CurrentRequest current;

    UnitResource(Units units, CurrentRequest current) {
        this.units = units;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listUnits", summary = "Lists the units in the order of their codes")
    public Page<UnitView> list(@BeanParam Paging paging) {
        var found = units.find("code > ?1 order by code", paging.after()).page(0, paging.rows()).list();
        return Page.of(found, paging, unit -> unit.code, UnitView::of);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "getUnit", summary = "Returns a unit")
    public UnitView get(@Parameter(example = "VP") @PathParam("code") UnitCode code) {
        return UnitView.of(units.require(code));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "createUnit", summary = "Creates a unit")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = UnitView.class)))
    public Response create(@Valid @NotNull NewUnit wanted) {
        UnitView created = units.add(wanted, current.change());
        return Response.created(URI.create("units/" + created.code())).entity(created).build();
    }
}
