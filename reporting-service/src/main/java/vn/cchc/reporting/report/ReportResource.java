package vn.cchc.reporting.report;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.ProblemError;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.Violation;

@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "A unit's report for a period, from its draft to its acceptance (báo cáo)")
class ReportResource {

    private final Reports reports;
    private final ReportService desk;
    private final ReportRequirements outline;
    private final Caller caller;
    private final Clock clock;

    ReportResource(Reports reports, ReportService desk, ReportRequirements outline, Caller caller, Clock clock) {
        this.reports = reports;
        this.desk = desk;
        this.outline = outline;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "listReports", summary = "The reports in the order in which they were begun", description = "Everyone sees accepted reports, a unit its own, reviewers and auditors all.")
    public Page<ReportSummary> list(@BeanParam ReportFilter filter, @BeanParam Paging paging) {
        return Page.of(reports.list(filter, ReportAccess.of(caller), paging), paging, report -> report.id.toString(),
                ReportSummary::of);
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "createReport", summary = "Begins a report", description = "There is one report per regime, period and unit. It asks the indicators that its unit reports.")
    @APIResponse(responseCode = "201", description = "Begun; `Location` names it", content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response create(@Valid @NotNull NewReport wanted) {
        ReportView begun = desk.begin(wanted);
        return Response.created(URI.create("reports/" + begun.id())).entity(begun).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "getReport", summary = "One report, with the indicators that it asks")
    public ReportView get(@PathParam("id") UUID id) {
        return outline.view(reports.require(id, ReportAccess.of(caller)));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "getReportHistory", summary = "Every step that the report took: who, when, and why")
    public Page<StatusChangeView> history(@PathParam("id") UUID id, @BeanParam Paging paging) {
        var steps = reports.require(id, ReportAccess.of(caller)).stepsAfter(paging.afterNumber(), paging.rows());
        return Page.of(steps, paging, step -> String.valueOf(step.number()), StatusChangeView::of);
    }

    @GET
    @Path("/{id}/seal")
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "verifySeal", summary = "Whether an accepted report is still what was accepted", description = "The seal is the SHA-256 of the report's figures, text and evidence in canonical JSON (RFC 8785). Refused with 409 while the report is not accepted.")
    public SealView seal(@PathParam("id") UUID id) {
        return SealView.of(reports.require(id, ReportAccess.of(caller)).mustBeAccepted());
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/figures/{indicator}")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "enterFigure", summary = "Enters one indicator's figure (số liệu)")
    public ReportView enterFigure(@PathParam("id") UUID id,
            @Parameter(example = "CT05.1") @PathParam("indicator") String indicator, @NotNull NewFigure figure) {
        return desk.enter(id, indicator, figure);
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/figures")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "replaceFigures", summary = "Enters all figures at once, by indicator code", description = "Afterwards the report has these figures and no others. Nothing is entered if one of them is wrong; every fault is named.")
    public ReportView replaceFigures(@PathParam("id") UUID id, @NotNull Map<String, @NotNull NewFigure> figures) {
        return desk.replaceFigures(id, figures);
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/narrative")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "enterNarrative", summary = "Enters the text: results, difficulties, proposals, initiatives")
    public ReportView enterNarrative(@PathParam("id") UUID id, @Valid @NotNull Narrative narrative) {
        return desk.enter(id, narrative);
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/evidence")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "replaceEvidence", summary = "Enters the documents on which the report rests (minh chứng)", description = "Afterwards the report has these documents, in this order, and no others; at most 100. Nothing is entered if one of them is wrong; every fault is named.")
    public ReportView replaceEvidence(@PathParam("id") UUID id, @NotNull List<NewEvidence> documents) {
        return desk.replaceEvidence(id, documents);
    }

    @POST
    @NotIdempotencyKeyed(reason = "It changes nothing.")
    @WithoutIfMatch(reason = "It changes nothing.")
    @Path("/{id}/check")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR, Role.REVIEWER })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "checkReport", summary = "What the quality gate says, without changing anything")
    public CheckView check(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Report report = reports.require(id, ReportAccess.of(caller));
        QualityGate gate = outline.gate(report);
        List<Violation> errors = gate.errors(report);
        ProblemMessages wording = ProblemMessages.accepted(language);
        return new CheckView(errors.isEmpty(), ProblemError.all(errors, wording),
                ProblemError.all(gate.warnings(LocalDate.now(clock)), wording));
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/handover")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "handOverReport", summary = "Hands the report to the unit's head")
    public ReportView handOver(@PathParam("id") UUID id) {
        return desk.handOver(id);
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/submission")
    @RolesAllowed(Role.UNIT_HEAD)
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "submitReport", summary = "Submits the report to the Department", description = "Refused with 422 and every fault while the quality gate has errors.")
    public ReportView submit(@PathParam("id") UUID id) {
        return desk.submit(id);
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/withdrawal")
    @RolesAllowed(Role.UNIT_HEAD)
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "withdrawReport", summary = "Takes the report back before it is accepted")
    public ReportView withdraw(@PathParam("id") UUID id) {
        return desk.withdraw(id);
    }
}
