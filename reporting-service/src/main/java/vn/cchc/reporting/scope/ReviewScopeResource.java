package vn.cchc.reporting.scope;

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
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/review-scopes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
class ReviewScopeResource {

    private final ReviewScopes scopes;
    private final ReviewScopeService service;
    private final CurrentRequest current;

    ReviewScopeResource(ReviewScopes scopes, ReviewScopeService service, CurrentRequest current) {
        this.scopes = scopes;
        this.service = service;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.REVIEWER, Role.AUDITOR, Role.ADMIN })
    @Operation(operationId = "listReviewScopes", summary = "Lists what reviewers are limited to, in the order of the creation", description = "A reviewer without a scope reviews everything.")
    public Page<ReviewScopeView> list(
            @Parameter(description = "Subject of the reviewer's token", example = "khtc-reviewer") @QueryParam("subject") String subject,
            @BeanParam Paging paging) {
        return Page.of(scopes.after(subject, paging), paging, scope -> scope.id.toString(), ReviewScopeView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ Role.REVIEWER, Role.AUDITOR, Role.ADMIN })
    @Operation(operationId = "getReviewScope", summary = "Returns a review scope")
    public ReviewScopeView get(@PathParam("id") UUID id) {
        return ReviewScopeView.of(scopes.require(id));
    }

    @POST
    @Idempotent
    @CreatesResource
    @MaxBodySize("128K")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "createReviewScope", summary = "Limits a reviewer to units or indicators", description = "The reviewer accepts and returns reports of these units, accepts reports of which every figure belongs to these indicators, and returns reports with at least one such figure. Several scopes of one reviewer add up. While none of them holds, the reviewer reviews nothing.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = ReviewScopeView.class)))
    public Response create(@NotNull NewReviewScope wanted) {
        ReviewScopeView created = service.create(wanted, current.change());
        return Response.created(URI.create("review-scopes/" + created.id())).entity(created).build();
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @MaxBodySize("128K")
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "changeReviewScope", summary = "Changes a review scope")
    public ReviewScopeView change(@PathParam("id") UUID id, @NotNull NewReviewScope wanted) {
        return service.change(id, wanted, current.change());
    }

    @DELETE
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "removeReviewScope", summary = "Removes a review scope", description = "A reviewer without any scope reviews everything. The audit trail keeps the scope.")
    public ReviewScopeView remove(@PathParam("id") UUID id) {
        return service.remove(id, current.change());
    }
}
