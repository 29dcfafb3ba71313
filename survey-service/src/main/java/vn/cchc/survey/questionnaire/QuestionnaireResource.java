package vn.cchc.survey.questionnaire;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires", description = "Versioned questionnaires (phiếu khảo sát) for targets 14, 15 and 16")
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.PLANNER, Role.SURVEYOR, Role.INTEGRATOR,
        Role.AUDITOR, Role.ADMIN })
class QuestionnaireResource {

    private final Questionnaires questionnaires;
    private final CurrentRequest current;

    QuestionnaireResource(Questionnaires questionnaires, CurrentRequest current) {
        this.questionnaires = questionnaires;
        this.current = current;
    }

    @GET
    @Operation(operationId = "listQuestionnaires", summary = "Lists questionnaires", description = "The latest version of each, ordered by code.")
    public Page<QuestionnaireView> list(@BeanParam Paging paging) {
        var found = questionnaires.after(paging.after(), paging.rows());
        return Page.of(found, paging, Questionnaire::code, QuestionnaireView::of);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getQuestionnaire", summary = "Returns a questionnaire", description = "The latest version, or the version given. Versions are immutable.")
    public QuestionnaireView get(
            @PathParam("code") @Parameter(description = "Code of the questionnaire", example = "EDUCATION") String code,
            @QueryParam("version") @Parameter(description = "Version number; by default the latest", example = "1") Integer version) {
        return QuestionnaireView.of(questionnaires.require(code, version));
    }

    @POST
    @MaxBodySize("256K")
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "createQuestionnaire", summary = "Creates a questionnaire")
    @APIResponse(responseCode = "201", description = "Created, as version 1", content = @Content(mediaType = "application/json", schema = @Schema(implementation = QuestionnaireView.class)))
    public Response create(@NotNull NewQuestionnaire request) {
        Questionnaire added = questionnaires.add(request, current.change());
        return Response.created(URI.create("questionnaires/" + added.code())).entity(QuestionnaireView.of(added))
                .build();
    }

    @PUT
    @MaxBodySize("256K")
    @Idempotent
    @RequiresIfMatch
    @Path("/{code}")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "reviseQuestionnaire", summary = "Adds the next version of a questionnaire", description = "The service assigns the version number. New campaigns use the new version; existing campaigns keep theirs.")
    public QuestionnaireView revise(
            @PathParam("code") @Parameter(description = "Code of the questionnaire", example = "EDUCATION") String code,
            @NotNull NewQuestionnaire request) {
        return QuestionnaireView.of(questionnaires.revise(code, request, current.change()));
    }
}
