package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;

@Path("/reports/{id}/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review")
class RoundResource {

    private final RoundReader rounds;
    private final CurrentRequest current;

    RoundResource(RoundReader rounds, CurrentRequest current) {
        this.rounds = rounds;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "listReportRounds", summary = "Lists the rounds of review of a report (các lần gửi)", description = "Each submission is a round: who submitted, who returned, accepted or withdrew, when, the reason, and the reopened fields.")
    public Page<RoundView> list(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return rounds.list(id, ReportAccess.of(current.actor()), paging);
    }

    @GET
    @Path("/{number}/diff")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "getRoundDiff", summary = "Compares what was submitted in a round with the round before", description = "Field by field. The first round is compared with an empty report, the first round of a correction with the accepted version. 404 also for a round from before the introduction of rounds, whose content was not kept.")
    public RoundDiffView diff(@PathParam("id") UUID id, @Parameter(example = "2") @PathParam("number") int number) {
        return rounds.diff(id, number, ReportAccess.of(current.actor()));
    }
}
