package vn.cchc.survey.questionnaire;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires", description = "Versioned sets of questions (phiếu khảo sát) for the targets 14, 15 and 16")
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.PLANNER, Role.SURVEYOR, Role.INTEGRATOR,
        Role.AUDITOR, Role.ADMIN })
class QuestionnaireResource {

    private final Questionnaires questionnaires;

    QuestionnaireResource(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    @GET
    @Operation(operationId = "listQuestionnaires", summary = "The questionnaires", description = "The latest version of each, in the order of their codes.")
    public Page<QuestionnaireView> list(@BeanParam Paging paging) {
        var found = questionnaires.after(paging.after(), paging.rows());
        return Page.of(found, paging, Questionnaire::code, QuestionnaireView::of);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getQuestionnaire", summary = "One questionnaire", description = "Its latest version, or the one that is asked for. A version never changes.")
    public QuestionnaireView get(
            @PathParam("code") @Parameter(description = "Code of the questionnaire", example = "EDUCATION") String code,
            @QueryParam("version") @Parameter(description = "Which version; the latest when left out", example = "1") Integer version) {
        return QuestionnaireView.of(questionnaires.require(code, version));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "createQuestionnaire", summary = "Adds a questionnaire")
    @APIResponse(responseCode = "201", description = "Added, as its first version", content = @Content(mediaType = "application/json", schema = @Schema(implementation = QuestionnaireView.class)))
    public Response create(@NotNull NewQuestionnaire wanted, @Context UriInfo uri) {
        Questionnaire added = questionnaires.add(wanted);
        return Response.created(uri.getAbsolutePathBuilder().path(added.code()).build()).entity(QuestionnaireView.of(added))
                .build();
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{code}")
    @RolesAllowed(Role.SURVEYOR)
    @Operation(operationId = "reviseQuestionnaire", summary = "Adds the next version of a questionnaire", description = "The version is numbered here, and is what new campaigns ask. Campaigns keep the version that they were made with.")
    public QuestionnaireView revise(
            @PathParam("code") @Parameter(description = "Code of the questionnaire", example = "EDUCATION") String code,
            @NotNull NewQuestionnaire wanted) {
        return QuestionnaireView.of(questionnaires.revise(code, wanted));
    }
}
