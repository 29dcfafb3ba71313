package vn.cchc.survey.answer;

import java.util.UUID;

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

import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.Problem;

@Path("/campaigns/{id}/answers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers", description = "Invitations and the anonymous answers that they allow")
class AnswerResource {

    private final AnswerIntake intake;

    AnswerResource(AnswerIntake intake) {
        this.intake = intake;
    }

    @POST
    @NotIdempotencyKeyed(reason = "The invitation's token makes it idempotent already, and a record of the call would undo the answer's anonymity.")
    @WithoutIfMatch(reason = "Whoever answers changes nothing that another has written.")
    @PermitAll
    @Operation(operationId = "createAnswer", summary = "Answers a campaign", description = "Public, with the token of an invitation. The token is spent and the answer is kept in one step, and nothing joins the two afterwards. The first answer counts. Whatever is sent with the token afterwards gets the same reply and changes nothing: a retry is safe, and nobody can try out what was answered. A token that is not one of this campaign's is 403, whatever the reason.")
    @APIResponse(responseCode = "200", description = "Received")
    @APIResponse(responseCode = "403", description = "The token does not open this campaign", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public AnswerReceived create(@PathParam("id") UUID id, @NotNull NewAnswer given) {
        intake.receive(id, given);
        return new AnswerReceived(true);
    }
}
