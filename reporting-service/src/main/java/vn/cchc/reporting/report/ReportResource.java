package vn.cchc.reporting.report;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.values.IndicatorCode;

@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "A unit's report for a period, from its draft to its acceptance (báo cáo)")
class ReportResource {

    private final ReportReader reader;
    private final ReportService service;
    private final ReportRequirements requirements;
    private final CurrentRequest current;
    private final Clock clock;

    ReportResource(ReportReader reader, ReportService service, ReportRequirements requirements, CurrentRequest current,
            Clock clock) {
        this.reader = reader;
        this.service = service;
        this.requirements = requirements;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "listReports", summary = "Lists the reports in the order of their creation", description = "Everyone can read accepted reports, a unit also its own reports, reviewers and auditors all reports. While a correction is prepared, the accepted version counts: `state=ACCEPTED` lists it.")
    public Page<ReportSummary> list(@BeanParam ReportFilter filter, @BeanParam Paging paging) {
        return reader.list(filter, ReportAccess.of(current.actor()), paging);
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "createReport", summary = "Creates a report", description = "There is one report per regime, period and unit. It requires the indicators that are assigned to the unit.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response create(@NotNull NewReport wanted) {
        ReportView created = service.create(wanted, current.change());
        return Response.created(URI.create("reports/" + created.id())).entity(created).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "getReport", summary = "Returns a report with the indicators that it requires", description = "While a correction is prepared, its unit, reviewers and auditors see the working version, all others the accepted version.")
    public ReportView get(@PathParam("id") UUID id) {
        return reader.view(id, ReportAccess.of(current.actor()));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "getReportHistory", summary = "Lists the status changes of a report: who, when, and why")
    public Page<StatusChangeView> history(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return reader.history(id, ReportAccess.of(current.actor()), paging);
    }

    @GET
    @Path("/{id}/seal")
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "verifySeal", summary = "Verifies that the accepted version of a report was not altered", description = "The seal is the SHA-256 of the report's figures, text and evidence in canonical JSON (RFC 8785). 409 before the first acceptance.")
    public ReportSealView seal(@PathParam("id") UUID id) {
        return reader.seal(id, ReportAccess.of(current.actor()));
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/figures/{indicator}")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "enterFigure", summary = "Enters the figure (số liệu) of one indicator", description = "409 if a return reopened other fields only; `errors` names the locked field.")
    public ReportView enterFigure(@PathParam("id") UUID id,
            @Parameter(example = "CT05.1") @PathParam("indicator") IndicatorCode indicator, @NotNull NewFigure figure) {
        return service.enter(id, indicator, figure, current.change());
    }

    @PUT
    @MaxBodySize("1M")
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/figures")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "replaceFigures", summary = "Replaces all figures, by indicator code", description = "The given figures replace all existing ones. If one of them is invalid, nothing is stored; `errors` lists every violation. Figures that a return did not reopen must stay the same; 409 otherwise.")
    public ReportView replaceFigures(@PathParam("id") UUID id, @NotNull Map<String, @NotNull NewFigure> figures) {
        return service.replaceFigures(id, figures, current.change());
    }

    @PUT
    @MaxBodySize("512K")
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/narrative")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "enterNarrative", summary = "Replaces the text: results, difficulties, proposals, initiatives")
    public ReportView enterNarrative(@PathParam("id") UUID id, @Valid @NotNull Narrative narrative) {
        return service.enter(id, narrative, current.change());
    }

    @PUT
    @MaxBodySize("1M")
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/evidence")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "replaceEvidence", summary = "Replaces the evidence (minh chứng)", description = "The given documents, at most 100, replace all existing ones and keep their order. If one of them is invalid, nothing is stored; `errors` lists every violation.")
    public ReportView replaceEvidence(@PathParam("id") UUID id, @NotNull List<NewEvidence> documents) {
        return service.replaceEvidence(id, documents, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/handover")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "handOverReport", summary = "Hands the report over to the unit head (trình thủ trưởng đơn vị)")
    public ReportView handOver(@PathParam("id") UUID id) {
        return service.handOver(id, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/submission")
    @RolesAllowed(Role.UNIT_HEAD)
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "submitReport", summary = "Submits the report to the Department (gửi báo cáo)", description = "422 while the quality gate finds errors; `errors` lists each of them. Not allowed before the cut-off day of the period.")
    public ReportView submit(@PathParam("id") UUID id) {
        return service.submit(id, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/withdrawal")
    @RolesAllowed(Role.UNIT_HEAD)
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "withdrawReport", summary = "Withdraws the report before its acceptance (rút báo cáo)")
    public ReportView withdraw(@PathParam("id") UUID id) {
        return service.withdraw(id, current.change());
    }
}
