package vn.cchc.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.ServiceSelector;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;

@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit", description = "Who changed what, when and why (nhật ký thay đổi). Each service keeps a trail of its own")
class AuditResource {

    private final AuditEntries entries;
    private final String service;

    AuditResource(AuditEntries entries, @ConfigProperty(name = "cchc.service") String service) {
        this.entries = entries;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listAuditEntries", summary = "The changes, in the order in which they were committed", description = "A change is shown once it is sealed, within a second. What a service did by itself, such as loading the plan at its first start, bears the service's name.")
    public Page<SealedEntryView> list(@BeanParam ServiceSelector whose, @BeanParam AuditFilter filter,
            @BeanParam Paging paging) {
        whose.requireSelf(service);
        List<AuditSeal> found = entries.matching(filter, paging.afterPosition(), paging.rows());
        return Page.of(found, paging, seal -> String.valueOf(seal.position), SealedEntryView::of);
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "verifyAudit", summary = "Whether the trail is what it was", description = "Computes every hash of the chain anew and names the first row that does not hold. With `position` and `hash` it also asks whether the chain still has a seal that was noted down earlier.")
    public Verification verify(@BeanParam ServiceSelector whose,
            @QueryParam("position") @Min(1) @Parameter(description = "OperationRef of a seal that was noted down earlier") Long position,
            @QueryParam("hash") @Parameter(description = "Its hash") String hash) {
        whose.requireSelf(service);
        return entries.verify(new Checkpoint(position, hash));
    }
}
