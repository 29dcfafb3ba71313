package vn.cchc.reporting.report;

import java.net.URI;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@Path("/units/{unit}/periods/{period}/figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
@Tag(name = "Entry", description = "Figures entered by unit and period (nhập số liệu)")
class EntryResource {

    private final EntryService entry;
    private final CurrentRequest current;

    EntryResource(EntryService entry, CurrentRequest current) {
        this.entry = entry;
        this.current = current;
    }

    @GET
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "getEntrySheet", summary = "Returns what a unit reports for a period, with its figures and the last ones", description = "Also before there is a report. `last` offers the figure of the latest earlier period: the accepted one, else the submitted one. `derived` names the parts that are computed.")
    public EntrySheet get(@Parameter(example = "VP") @PathParam("unit") UnitCode unit,
            @Parameter(example = "2025") @PathParam("period") PeriodCode period,
            @Parameter(description = "Code of the regime") @QueryParam("regime") @DefaultValue("CCHC") RegimeCode regime) {
        return entry.read(new ReportKey(regime, period, unit), current.change());
    }

    @PUT
    @MaxBodySize("1M")
    @Idempotent
    @RequiresIfMatch
    @CreatesResource
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "enterFigures", summary = "Enters all figures of a unit for a period, by indicator code", description = "Creates the report if there is none. The given figures replace all existing ones. `If-Match` is the `ETag` of these figures, which they have before there is a report too, or of the report; `*` takes any version, or none. A part that is computed can be left out; another value than the computed one is refused. If one figure is invalid, nothing is stored or created; `errors` lists every violation.")
    @APIResponse(responseCode = "200", description = "The figures replaced those of the report", content = @Content(schema = @Schema(implementation = EntrySheet.class)))
    @APIResponse(responseCode = "201", description = "The report was created; `Location` is its address", content = @Content(schema = @Schema(implementation = EntrySheet.class)))
    public Response put(@Parameter(example = "VP") @PathParam("unit") UnitCode unit,
            @Parameter(example = "2025") @PathParam("period") PeriodCode period,
            @Parameter(description = "Code of the regime") @QueryParam("regime") @DefaultValue("CCHC") RegimeCode regime,
            @NotNull Map<String, @NotNull NewFigure> figures) {
        EntryService.Entered entered = entry.enter(new ReportKey(regime, period, unit), figures, "", current.change());
        return (entered.created() ? Response.created(URI.create("reports/" + entered.sheet().report())) : Response.ok())
                .entity(entered.sheet()).build();
    }
}
