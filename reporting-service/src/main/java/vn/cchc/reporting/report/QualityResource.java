package vn.cchc.reporting.report;

import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.ProblemMessages;

@Path("/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class QualityResource {

    private final ReportReader reader;
    private final QualityCheck check;
    private final ReportService service;
    private final CurrentRequest current;

    QualityResource(ReportReader reader, QualityCheck check, ReportService service, CurrentRequest current) {
        this.reader = reader;
        this.check = check;
        this.service = service;
        this.current = current;
    }

    @POST
    @NotIdempotencyKeyed(reason = "It changes nothing.")
    @WithoutIfMatch(reason = "It changes nothing.")
    @Path("/check")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR, Role.REVIEWER })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "checkReport", summary = "Runs the quality gate without changing anything", description = "By the `qualityRules` of the regime: against the unit's accepted figures of earlier periods, and those of other units of its type that are submitted or accepted.")
    public CheckView check(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Report report = reader.require(id, ReportAccess.of(current.actor()));
        return CheckView.of(check.of(report), report.explanations,
                ProblemMessages.accepted(headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @PUT
    @MaxBodySize("1M")
    @Idempotent
    @RequiresIfMatch
    @Path("/explanations")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "replaceExplanations", summary = "Replaces the explanations of warnings (giải trình), by the key of the warning", description = "The given explanations, at most 200 of at most 4,000 characters, replace all existing ones. The keys are those of `check`; an explanation of a warning that is not there any more does no harm. Allowed until the submission, also while the report is with the unit head. The reviewer reads them in the report and in `check`.")
    public ReportView explain(@PathParam("id") UUID id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "jump", value = "{\"JUMP:CT05.1\": \"Từ tháng 7 có thêm 120 thủ tục của cấp huyện cũ\"}"))) @NotNull Map<String, @NotNull String> explanations) {
        return service.explain(id, new Explanations(explanations), current.change());
    }
}
