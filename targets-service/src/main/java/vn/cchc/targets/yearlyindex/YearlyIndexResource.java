package vn.cchc.targets.yearlyindex;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;

@Path("/yearly-indices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Yearly indices", description = "The indices that are reviewed every year: PAR Index, SIPAS, PCI, PAPI, satisfaction with education")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class YearlyIndexResource {

    private final YearlyIndices indices;
    private final IndexYears years;
    private final IndexYearService service;
    private final CurrentRequest current;
    private final History history;

    YearlyIndexResource(YearlyIndices indices, IndexYears years, IndexYearService service, CurrentRequest current,
            History history) {
        this.indices = indices;
        this.years = years;
        this.service = service;
        this.current = current;
        this.history = history;
    }

    @GET
    @Operation(operationId = "listYearlyIndices", summary = "Lists the indices that the plan has reviewed every year (plan III.2)")
    public Page<YearlyIndexView> list(@BeanParam Paging paging) {
        List<YearlyIndex> found = indices.after(paging.afterNumber(), paging.rows());
        Map<String, List<Integer>> known = indices.years(found);
        return Page.of(found, paging, index -> String.valueOf(index.position),
                index -> YearlyIndexView.of(index, known.getOrDefault(index.code, List.of())));
    }

    @GET
    @Path("/{code}/{year}")
    @Operation(operationId = "getIndexYear", summary = "Returns an index in a year, the lowest criteria first", description = "Each criterion stands beside the year before and with the improvement actions that answer it. The order is that of the final score, otherwise the appraised one, otherwise the self-score, divided by the maximum.")
    public IndexYearView get(@Parameter(example = "PAR-INDEX") @PathParam("code") String code,
            @Parameter(example = "2024") @PathParam("year") int year, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> years.one(code, year, today));
    }

    @PUT
    @Path("/{code}/{year}/scores")
    @Idempotent
    @RequiresIfMatch
    @MaxBodySize("256K")
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "scoreIndexYear", summary = "Records the scores and the rank of an index for a year", description = "All of them: self-scores, appraised and final scores as far as they are known. Earlier versions are kept. A change of a known value needs a reason. After a change of the criteria the scores are recorded again.")
    public IndexYearView score(@Parameter(example = "PAR-INDEX") @PathParam("code") String code,
            @Parameter(example = "2024") @PathParam("year") int year, @NotNull NewScores wanted) {
        return service.score(code, year, wanted, current.change());
    }

    @GET
    @Path("/{code}/{year}/scores")
    @Operation(operationId = "listIndexScores", summary = "Lists all versions of the scores of an index for a year, the first one first")
    public Page<ScoresView> scores(@Parameter(example = "PAR-INDEX") @PathParam("code") String code,
            @Parameter(example = "2024") @PathParam("year") int year, @BeanParam Paging paging) {
        return Page.of(indices.scores(indices.require(code), year, paging.afterNumber(), paging.rows()), paging,
                scores -> String.valueOf(scores.version), ScoresView::of);
    }
}
