package vn.cchc.reporting.question;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.WithoutIfMatch;

@Path("/reports/{id}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions", description = "Questions of reviewers on single fields, and the units' answers (hỏi đáp về số liệu)")
class QuestionResource {

    private final QuestionService questions;
    private final CurrentRequest current;

    QuestionResource(QuestionService questions, CurrentRequest current) {
        this.questions = questions;
        this.current = current;
    }

    @GET
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "listReportQuestions", summary = "Lists the questions on a report, with their answers", description = "For the unit, reviewers and auditors.")
    public Page<QuestionView> list(@PathParam("id") UUID id,
            @Parameter(description = "Only the questions without an answer") @QueryParam("open") @DefaultValue("false") boolean open,
            @BeanParam Paging paging) {
        return questions.list(id, open, current.actor(), paging);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "getReportQuestion", summary = "Returns a question, with its answer")
    public QuestionView get(@PathParam("id") UUID id, @Parameter(example = "1") @PathParam("number") int number) {
        return questions.get(id, number, current.actor());
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.REVIEWER)
    @Operation(operationId = "askReportQuestion", summary = "Asks a question on one field of a submitted report", description = "The state of the report stays the same. An open question does not prevent its acceptance.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = QuestionView.class)))
    public Response ask(@PathParam("id") UUID id, @NotNull NewQuestion question) {
        QuestionView asked = questions.ask(id, question, current.change());
        return Response.created(URI.create("reports/" + id + "/questions/" + asked.number())).entity(asked).build();
    }

    @POST
    @Idempotent
    @WithoutIfMatch(reason = "A question never changes, and a second answer is refused.")
    @Path("/{number}/answer")
    @RolesAllowed({ Role.REPORTER, Role.UNIT_HEAD })
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN)
    @Operation(operationId = "answerReportQuestion", summary = "Answers a question", description = "An answer is final.")
    public QuestionView answer(@PathParam("id") UUID id, @Parameter(example = "1") @PathParam("number") int number,
            @Valid @NotNull NewAnswer answer) {
        return questions.answer(id, number, answer, current.change());
    }
}
