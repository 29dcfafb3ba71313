package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/reports/{id}/correction")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Role.REVIEWER, Role.UNIT_HEAD })
@Tag(name = "Corrections")
class CorrectionResource {

    private final CorrectionService corrections;
    private final CurrentRequest current;

    CorrectionResource(CorrectionService corrections, CurrentRequest current) {
        this.corrections = corrections;
        this.current = current;
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "correctReport", summary = "Begins a correction of an accepted report (đính chính)", description = "The report becomes a draft of the next version with the accepted content. Until that version is accepted, the accepted version counts everywhere and stays readable. For reviewers and for the head of the unit.")
    public ReportView correct(@PathParam("id") UUID id, @Valid @NotNull NewCorrection correction) {
        return corrections.correct(id, correction, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/cancellation")
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "cancelCorrection", summary = "Cancels a correction (hủy đính chính)", description = "The report is again the accepted version. A correction that is handed over or submitted must be returned or withdrawn first.")
    public ReportView cancel(@PathParam("id") UUID id) {
        return corrections.cancel(id, current.change());
    }
}
