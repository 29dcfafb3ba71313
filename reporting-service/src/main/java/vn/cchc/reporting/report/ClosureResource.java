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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.REVIEWER)
@Tag(name = "Closed units", description = "The open reports of units that have ended")
class ClosureResource {

    private final ClosureService closures;
    private final CurrentRequest current;

    ClosureResource(ClosureService closures, CurrentRequest current) {
        this.closures = closures;
        this.current = current;
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/closure")
    @Operation(operationId = "closeReport", summary = "Closes an open report whose unit has ended", description = "It stays readable, is not expected any more and accepts no further action. 409 while the unit exists, and for a report with an accepted version.")
    public ReportView close(@PathParam("id") UUID id, @Valid @NotNull NewClosure wanted) {
        return closures.close(id, wanted, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/transfer")
    @Operation(operationId = "transferReport", summary = "Transfers an open report whose unit has ended to a successor", description = "The successor gets a draft for the same regime and period with the text, the evidence, the contributors, and the figures of the indicators that it reports. The report is closed with a link to the draft. 409 if the successor already has a report; the problem names it.")
    public ReportView transfer(@PathParam("id") UUID id, @NotNull NewTransfer wanted) {
        return closures.transfer(id, wanted, current.change());
    }
}
