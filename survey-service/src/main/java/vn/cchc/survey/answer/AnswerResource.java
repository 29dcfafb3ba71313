package vn.cchc.survey.answer;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.Problem;

@Path("/campaigns/{id}/answers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers", description = "Invitations and the anonymous answers that they allow")
class AnswerResource {

    private final AnswerIntake intake;
    private final RoutingContext request;

    AnswerResource(AnswerIntake intake, RoutingContext request) {
        this.intake = intake;
        this.request = request;
    }

    @POST
    @NotIdempotencyKeyed(reason = "The token makes the operation idempotent, and a record of the request would undo the anonymity of the answer.")
    @WithoutIfMatch(reason = "The operation only adds an answer.")
    @MaxBodySize("64K")
    @PermitAll
    @Operation(operationId = "createAnswer", summary = "Submits answers", description = "Public, with the token of an invitation. The first submission with a token counts. Every further submission gets the same response and changes nothing, so a retry is safe and does not reveal what was answered. Every invalid token gets the same 403.")
    @APIResponse(responseCode = "200", description = "Received")
    @APIResponse(responseCode = "403", description = "The token is not valid for this campaign", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    // The body is read on a worker thread, which limits its size; nothing waits there for the database.
    @Blocking
    public CompletionStage<AnswerReceived> create(@PathParam("id") UUID id, @NotNull NewAnswer given) {
        Throwable failure = AnswerRoute.failure(request);
        return failure == null ? intake.receive(id, given) : CompletableFuture.failedStage(failure);
    }
}
