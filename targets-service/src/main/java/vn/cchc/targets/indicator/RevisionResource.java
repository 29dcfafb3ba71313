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

@Path("/indicators/{code}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revisions", description = "Changes of indicators by decisions (quyết định sửa đổi, điều chỉnh)")
class RevisionResource {

    private final Indicators indicators;
    private final Revisions revisions;
    private final RevisionService service;
    private final CurrentRequest current;

    RevisionResource(Indicators indicators, Revisions revisions, RevisionService service, CurrentRequest current) {
        this.indicators = indicators;
        this.revisions = revisions;
        this.service = service;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "listRevisions", summary = "Lists the revisions of an indicator in the order of their drafts, also those that were withdrawn")
    public Page<RevisionView> list(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @BeanParam Paging paging) {
        return Page.of(revisions.page(indicators.require(code), paging), paging, revision -> revision.id.toString(),
                RevisionView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Operation(operationId = "getRevision", summary = "Returns a revision")
    public RevisionView get(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code, @PathParam("id") UUID id) {
        return RevisionView.of(revisions.require(code, id));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "draftRevision", summary = "Drafts a revision of an indicator's definition", description = "Wording, numerator, denominator, direction, continuation rule and milestones change only by a revision. A draft has no effect; its `preview` lists the verdicts that would change.")
    @APIResponse(responseCode = "201", description = "Drafted; `Location` is its address", content = @Content(schema = @Schema(implementation = RevisionView.class)))
    public Response draft(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code, @NotNull NewRevision wanted) {
        RevisionView drafted = service.draft(code, wanted, current.change());
        return Response.created(URI.create("indicators/" + code + "/revisions/" + drafted.id())).entity(drafted).build();
    }

    @PUT
    @Path("/{id}")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "changeRevision", summary = "Replaces the content of a draft")
    public RevisionView change(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code, @PathParam("id") UUID id,
            @NotNull NewRevision wanted) {
        return service.change(code, id, wanted, current.change());
    }

    @POST
    @Path("/{id}/issuance")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed({ Role.PLANNER, Role.DIRECTOR })
    @Operation(operationId = "issueRevision", summary = "Issues a revision (ban hành)", description = "From its first day on it is in force, also for days that have passed: verdicts follow at once, and `asOf` still returns the earlier ones. It requires the number, the date and the signer of the decision, and someone else than the author of the draft.")
    public RevisionView issue(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code, @PathParam("id") UUID id) {
        return service.issue(code, id, current.change());
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "withdrawRevision", summary = "Gives up a draft", description = "It stays in the list.")
    public RevisionView withdraw(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @PathParam("id") UUID id) {
        return service.withdraw(code, id, current.change());
    }
}
