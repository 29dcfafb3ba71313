package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Review", description = "Accepting and returning reports (duyệt, trả lại)")
class ReviewResource {

    private final ReviewService reviews;
    private final CurrentRequest current;

    ReviewResource(ReviewService reviews, CurrentRequest current) {
        this.reviews = reviews;
        this.current = current;
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/acceptance")
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "acceptReport", summary = "Accepts the report", description = "Its figures are published and reach the scoreboard within a second. Nobody who entered, handed over or submitted any part of the report can accept it. 422 before the cut-off day.")
    public ReportView accept(@PathParam("id") UUID id) {
        return reviews.accept(id, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/return")
    @RolesAllowed({ Role.REVIEWER, Role.UNIT_HEAD })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    // Without a body the violation is the missing reason, not an unsupported media type.
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "returnReport", summary = "Returns the report (trả lại)", description = "A reviewer returns a submitted report to its unit. The unit head returns a report that was handed over to its author. A reason code and the reason as a text are mandatory; 422 without them. With `reopened` only these fields can be changed until the next submission.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewReturn.class)))
    public ReportView returnReport(@PathParam("id") UUID id, NewReturn reason) {
        return reviews.returnReport(id, reason, current.change());
    }
}
