package vn.cchc.targets.yearlyindex;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
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
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;

@Path("/yearly-indices/{code}/criteria-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Yearly indices")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class CriteriaSetResource {

    private final YearlyIndices indices;
    private final IndexYearService service;
    private final CurrentRequest current;

    CriteriaSetResource(YearlyIndices indices, IndexYearService service, CurrentRequest current) {
        this.indices = indices;
        this.service = service;
        this.current = current;
    }

    @GET
    @Operation(operationId = "listCriteriaSets", summary = "Lists all versions of the criteria of an index, by year")
    public Page<CriteriaSetView> list(@Parameter(example = "PAR-INDEX") @PathParam("code") String code,
            @BeanParam Paging paging) {
        return Page.of(indices.sets(indices.require(code), paging.afterPosition(), paging.rows()), paging, YearlyIndices::key,
                CriteriaSetView::of);
    }

    @GET
    @Path("/{year}/{version}")
    @Operation(operationId = "getCriteriaSet", summary = "Returns a version of the criteria of an index for a year")
    public CriteriaSetView get(@Parameter(example = "PAR-INDEX") @PathParam("code") String code,
            @Parameter(example = "2024") @PathParam("year") int year,
            @Parameter(example = "1") @PathParam("version") int version) {
        return CriteriaSetView.of(indices.requireSet(code, year, version));
    }

    @POST
    @Idempotent
    @CreatesResource
    @MaxBodySize("1M")
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "createCriteriaSet", summary = "Records the criteria by which an index is measured in a year", description = "Another set for the same year is a new version and needs a reason; the scores are then recorded again. The maximum of a group is the sum of its criteria's.")
    @APIResponse(responseCode = "201", description = "Recorded; `Location` names the set", content = @Content(schema = @Schema(implementation = CriteriaSetView.class)))
    public Response create(@Parameter(example = "PAR-INDEX") @PathParam("code") String code,
            @NotNull NewCriteriaSet wanted) {
        CriteriaSetView made = service.define(code, wanted, current.change());
        return Response.created(URI.create("yearly-indices/" + code + "/criteria-sets/" + made.year() + "/" + made.version()))
                .entity(made).build();
    }
}
