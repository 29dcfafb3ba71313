package vn.cchc.reporting.deputy;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/deputies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deputies", description = "Who acts for whom for a time (người được ủy quyền)")
class DeputyResource {

    private final Deputies deputies;
    private final DeputyService service;
    private final CurrentRequest current;

    DeputyResource(Deputies deputies, DeputyService service, CurrentRequest current) {
        this.deputies = deputies;
        this.service = service;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.UNIT_HEAD, Role.REVIEWER, Role.AUDITOR, Role.ADMIN })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "listDeputies", summary = "Lists the deputies in the order of their creation", description = "Unit heads and reviewers see whom they represent and who represents them; auditors and admins see all.")
    public Page<DeputyView> list(
            @Parameter(description = "Subject of the token of the person who is represented", example = "vp-head") @QueryParam("principal") String principal,
            @Parameter(description = "Subject of the deputy's token", example = "tccb-head") @QueryParam("deputy") String deputy,
            @BeanParam Paging paging) {
        return Page.of(deputies.after(principal, deputy, current.actor(), paging), paging, each -> each.id.toString(),
                DeputyView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.UNIT_HEAD, Role.REVIEWER, Role.AUDITOR, Role.ADMIN })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "getDeputy", summary = "Returns a deputy")
    public DeputyView get(@PathParam("id") UUID id) {
        return DeputyView.of(deputies.require(id, current.actor()));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed({ Role.UNIT_HEAD, Role.REVIEWER, Role.ADMIN })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "createDeputy", summary = "Names a deputy for a time", description = "By the person who is represented, or by an admin. The deputy of a unit head acts for the unit; the deputy of a reviewer reviews what the reviewer reviews, or within one review scope. The deputy's own token must have the role. Each action of a deputy names both persons in the audit trail, and neither of them can accept what the other one prepared.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = DeputyView.class)))
    public Response create(@NotNull NewDeputy wanted) {
        DeputyView created = service.create(wanted, current.change());
        return Response.created(URI.create("deputies/" + created.id())).entity(created).build();
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}")
    @RolesAllowed({ Role.UNIT_HEAD, Role.REVIEWER, Role.ADMIN })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "changeDeputy", summary = "Changes who acts for whom, or when", description = "An earlier `validTo` ends it earlier. What was done stays on record.")
    public DeputyView change(@PathParam("id") UUID id, @NotNull NewDeputy wanted) {
        return service.change(id, wanted, current.change());
    }

    @DELETE
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}")
    @RolesAllowed({ Role.UNIT_HEAD, Role.REVIEWER, Role.ADMIN })
    @Extension(name = UnitRule.NAME, value = UnitRule.BY_CONTENT)
    @Operation(operationId = "removeDeputy", summary = "Removes a deputy", description = "The audit trail keeps the deputy.")
    public DeputyView remove(@PathParam("id") UUID id) {
        return service.remove(id, current.change());
    }
}
