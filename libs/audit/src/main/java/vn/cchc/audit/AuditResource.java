package vn.cchc.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
    private final AuditVerifier verifier;
    private final String service;

    AuditResource(AuditEntries entries, AuditVerifier verifier, @ConfigProperty(name = "cchc.service") String service) {
        this.entries = entries;
        this.verifier = verifier;
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
    @Operation(operationId = "verifyAudit", summary = "Verifies that the trail was not altered", description = "Computes the hashes of the chain again and returns the first row that does not match: those behind the latest verification of the whole chain, or all with `full=true`. The service verifies the whole chain once a day by itself; only this finds a row that was altered after its first verification. `verifiedFrom` and `earlierVerifiedAt` tell what was computed now, and when the rest was. With `position` and `hash` of an earlier seal it also verifies that the chain still contains this seal.")
    public Verification verify(@BeanParam ServiceSelector whose,
            @QueryParam("position") @Min(1) @Parameter(description = "Position of an earlier seal") Long position,
            @QueryParam("hash") @Pattern(regexp = "[0-9a-fA-F]{64}") @Parameter(description = "Hash of the earlier seal, in hexadecimal") String hash,
            @QueryParam("full") @DefaultValue("false") @Parameter(description = "Whether the chain is verified from its beginning; a million rows take minutes") boolean full) {
        whose.requireSelf(service);
        var checkpoint = new Checkpoint(position, hash);
        return full ? verifier.verifyAll(checkpoint) : verifier.verify(checkpoint);
    }
}
