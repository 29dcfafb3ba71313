package vn.cchc.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.input.ServiceSelector;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;

@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
@Tag(name = "Audit", description = "The audit trail (nhật ký thay đổi) of each service")
class AuditResource {

    private final AuditEntries entries;
    private final String service;

    AuditResource(AuditEntries entries, @ConfigProperty(name = "cchc.service") String service) {
        this.entries = entries;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listAuditEntries", summary = "Lists the changes in the order of their commits", description = "A change is listed once it is sealed, within a second.")
    public Page<SealedEntryView> list(@BeanParam ServiceSelector whose, @BeanParam AuditFilter filter,
            @BeanParam Paging paging) {
        whose.requireSelf(service);
        List<AuditSeal> found = entries.matching(filter, paging.afterPosition(), paging.rows());
        return Page.of(found, paging, seal -> String.valueOf(seal.position), SealedEntryView::of);
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "verifyAudit", summary = "Verifies that the trail was not altered", description = "Computes every hash of the chain again and returns the first row that does not match. With `position` and `hash` of an earlier seal it also verifies that the chain still contains this seal.")
    public Verification verify(@BeanParam ServiceSelector whose,
            @QueryParam("position") @Min(1) @Parameter(description = "Position of an earlier seal") Long position,
            @QueryParam("hash") @Pattern(regexp = "[0-9a-fA-F]{64}") @Parameter(description = "Hash of the earlier seal, in hexadecimal") String hash) {
        whose.requireSelf(service);
        return entries.verify(new Checkpoint(position, hash));
    }
}
