package vn.cchc.reporting.report;

import java.util.List;
import java.util.function.BiFunction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.precondition.Representation;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.ProblemMessages;

/** Each report is its own transaction, so that the refusal or failure of one leaves the others. */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.REVIEWER)
@Tag(name = "Review")
class BulkReviewResource {

    private static final String OWN_VERSION = "Each report of the list names its version.";

    private final ReviewService reviews;
    private final CurrentRequest current;
    private final ObjectMapper json;
    private final String service;

    BulkReviewResource(ReviewService reviews, CurrentRequest current, ObjectMapper json,
            @ConfigProperty(name = "cchc.service") String service) {
        this.reviews = reviews;
        this.current = current;
        this.json = json;
        this.service = service;
    }

    @POST
    @NotIdempotencyKeyed(reason = OWN_VERSION)
    @WithoutIfMatch(reason = OWN_VERSION)
    @Path("/acceptances")
    @Operation(operationId = "acceptReports", summary = "Accepts up to 200 reports", description = "Each report is accepted or refused by itself; the response has one result per report.")
    public BulkResult accept(@Valid @NotNull BulkAcceptance wanted, @Context HttpHeaders headers) {
        return each(wanted.reports(), headers, (item, context) -> reviews.accept(item.id(), context));
    }

    @POST
    @NotIdempotencyKeyed(reason = OWN_VERSION)
    @WithoutIfMatch(reason = OWN_VERSION)
    @Path("/returns")
    @Operation(operationId = "returnReports", summary = "Returns up to 200 reports for one reason", description = "Each report is returned or refused by itself; the response has one result per report.")
    public BulkResult returnReports(@Valid @NotNull BulkReturn wanted, @Context HttpHeaders headers) {
        NewReturn reason = new NewReturn(wanted.reasonCode(), wanted.reason(), List.of());
        return each(wanted.reports(), headers, (item, context) -> reviews.returnReport(item.id(), reason, context));
    }

    private BulkResult each(List<BulkItem> reports, HttpHeaders headers,
            BiFunction<BulkItem, ChangeContext, ReportView> review) {
        ChangeContext context = current.change();
        ProblemMessages messages = ProblemMessages.accepted(headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return new BulkResult(reports.stream().map(item -> result(item, context, messages, review)).toList());
    }

    private BulkResult.Item result(BulkItem item, ChangeContext context, ProblemMessages messages,
            BiFunction<BulkItem, ChangeContext, ReportView> review) {
        try {
            ReportView reviewed = review.apply(item, item.expectedBy(context));
            return new BulkResult.Item(item.id(), 200, reviewed.state(), Representation.of(reviewed, json).tag(), null,
                    List.of());
        } catch (RuntimeException failure) {
            return refused(item, failure, context, messages);
        }
    }

    private BulkResult.Item refused(BulkItem item, RuntimeException failure, ChangeContext context, ProblemMessages messages) {
        BulkRefusal refusal = BulkRefusal.of(failure, service, "/api/v1/reports/" + item.id(), context, messages, json);
        return new BulkResult.Item(item.id(), refusal.status(), null, refusal.etag(), refusal.problem(), refusal.changes());
    }
}
