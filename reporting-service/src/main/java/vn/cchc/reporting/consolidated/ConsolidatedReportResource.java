package vn.cchc.reporting.consolidated;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/consolidated-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consolidated reports", description = "The Department's report on all units, from its draft to its dispatch (báo cáo tổng hợp)")
@RolesAllowed({ Role.VIEWER, Role.REVIEWER, Role.DIRECTOR, Role.INTEGRATOR, Role.AUDITOR })
class ConsolidatedReportResource {

    private static final String VISIBLE = "Reviewers, the director and auditors can read drafts, everyone else a report that is approved.";

    private final ConsolidatedReportReader reader;
    private final ConsolidatedReportService service;
    private final Compilation compilation;
    private final CurrentRequest current;

    ConsolidatedReportResource(ConsolidatedReportReader reader, ConsolidatedReportService service, Compilation compilation,
            CurrentRequest current) {
        this.reader = reader;
        this.service = service;
        this.compilation = compilation;
        this.current = current;
    }

    @GET
    @Operation(operationId = "listConsolidatedReports", summary = "Lists the consolidated reports in the order of their creation", description = VISIBLE)
    public Page<ConsolidatedReportSummary> list(@BeanParam ConsolidatedReportFilter filter, @BeanParam Paging paging) {
        return reader.list(filter, current.actor(), paging);
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "createConsolidatedReport", summary = "Makes the consolidated report of a period from the accepted reports", description = "There is one per regime and period. Each total is Σ numerators over Σ denominators, equal to the scoreboard's. 422 before the cut-off day.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = ConsolidatedReportView.class)))
    public Response create(@NotNull NewConsolidatedReport wanted) {
        ConsolidatedReportView created = compilation.create(wanted, current.change());
        return Response.created(URI.create("consolidated-reports/" + created.id())).entity(created).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getConsolidatedReport", summary = "Returns a consolidated report, and what changed since", description = VISIBLE)
    public ConsolidatedReportView get(@PathParam("id") UUID id) {
        return reader.view(id, current.actor());
    }

    @GET
    @Path("/{id}/units")
    @Operation(operationId = "listConsolidatedUnits", summary = "Lists who reported and who did not, in the order of the units' codes", description = VISIBLE)
    public Page<ConsolidatedContent.UnitStanding> units(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return reader.units(id, current.actor(), paging);
    }

    @GET
    @Path("/{id}/texts")
    @Operation(operationId = "listConsolidatedTexts", summary = "Lists what the units wrote in a section, in the order of their codes", description = VISIBLE)
    public Page<ConsolidatedContent.GatheredText> texts(@PathParam("id") UUID id,
            @Parameter(description = "The section", example = "RESULTS") @QueryParam("section") @NotNull GatheredSection section,
            @BeanParam Paging paging) {
        return reader.texts(id, section, current.actor(), paging);
    }

    @GET
    @Path("/{id}/proposals")
    @Operation(operationId = "listConsolidatedProposals", summary = "Lists the proposals of the units with their answers", description = VISIBLE)
    public Page<ConsolidatedContent.ProposalText> proposals(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return reader.proposals(id, current.actor(), paging);
    }

    @GET
    @Path("/{id}/sources")
    @Operation(operationId = "listConsolidatedSources", summary = "Lists the accepted versions that the report was made from", description = VISIBLE)
    public Page<ConsolidatedContent.SourceVersion> sources(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return reader.sources(id, current.actor(), paging);
    }

    @GET
    @Path("/{id}/seal")
    @Operation(operationId = "verifyConsolidatedSeal", summary = "Verifies that an approved report was not altered", description = "The seal is the SHA-256 of the totals, texts, answers, units and accepted versions in canonical JSON (RFC 8785). 409 before the approval.")
    public ConsolidatedSealView seal(@PathParam("id") UUID id) {
        return reader.verify(id, current.actor());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/refresh")
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "refreshConsolidatedReport", summary = "Makes the content of a draft anew from the accepted reports", description = "Edited texts and answers stay.")
    public ConsolidatedReportView refresh(@PathParam("id") UUID id) {
        return compilation.refresh(id, current.change());
    }

    @PUT
    @MaxBodySize("512K")
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/sections/{section}")
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "editConsolidatedSection", summary = "Replaces the Department's own text of a section")
    public ConsolidatedReportView edit(@PathParam("id") UUID id,
            @Parameter(example = "GENERAL") @PathParam("section") Section section, @Valid @NotNull NewSectionText text) {
        return service.edit(id, section, text, current.change());
    }

    @PUT
    @MaxBodySize("128K")
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/proposals/{number}/answer")
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "answerProposal", summary = "Answers a unit's proposal (trả lời kiến nghị)")
    public ConsolidatedReportView answer(@PathParam("id") UUID id,
            @Parameter(description = "Number of the proposal", example = "1") @PathParam("number") int number,
            @Valid @NotNull NewAnswer answer) {
        return service.answer(id, number, answer, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/approval")
    @RolesAllowed(Role.DIRECTOR)
    // The body is optional, and so is its media type.
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "approveConsolidatedReport", summary = "Approves the report (ký duyệt)", description = "It is frozen with a seal. Nobody who made or edited any part of it can approve it.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewApproval.class)))
    public ConsolidatedReportView approve(@PathParam("id") UUID id, @Valid NewApproval approval) {
        return service.approve(id, approval, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/dispatch")
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "dispatchConsolidatedReport", summary = "Records that the approved report was sent (phát hành)")
    public ConsolidatedReportView send(@PathParam("id") UUID id, @NotNull NewDispatch dispatch) {
        return service.send(id, dispatch, current.change());
    }
}
