package vn.cchc.survey.dossier;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.common.annotation.Blocking;
import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.Problem;
import vn.cchc.survey.answer.Admission;
import vn.cchc.survey.answer.AnswerIntake;
import vn.cchc.survey.answer.AnswerReceived;
import vn.cchc.survey.invitation.InvitationLinks;
import vn.cchc.survey.invitation.InvitationToken;

@Path("/campaigns/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
@RolesAllowed(Role.INTEGRATOR)
class DossierResource {

    private final DossierService dossiers;
    private final AnswerIntake intake;
    private final InvitationLinks links;
    private final CurrentRequest current;

    DossierResource(DossierService dossiers, AnswerIntake intake, InvitationLinks links, CurrentRequest current) {
        this.dossiers = dossiers;
        this.intake = intake;
        this.links = links;
        this.current = current;
    }

    @POST
    @Path("/dossier-invitations")
    @NotIdempotencyKeyed(reason = "The numbers of the dossiers make the operation idempotent, and the response has secret tokens.")
    @WithoutIfMatch(reason = "The operation only adds invitations.")
    @MaxBodySize("1M")
    @Extension(name = UnitRule.NAME, value = UnitRule.NONE)
    @Operation(operationId = "createDossierInvitations", summary = "Invites the applicants of dossiers", description = "For the one-stop software. The token of a dossier is derived from its number with a key of the campaign, so a repeated call returns the same links, and a dossier is rated once, by its link or by `createDossierAnswer`. The number is neither stored nor logged. Allowed while the campaign is a draft or open.")
    @APIResponse(responseCode = "200", description = "The links, in the order of the dossiers", content = @Content(schema = @Schema(implementation = DossierInvitations.class)))
    @APIResponse(responseCode = "409", description = "The campaign is closed", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response invite(@PathParam("id") UUID id, @NotNull NewDossierInvitations request) {
        DossierService.Issued issued = dossiers.issue(id, request, current.change());
        List<DossierInvitations.Invitation> invitations = issued.tokens().stream()
                .map(token -> new DossierInvitations.Invitation(links.of(id, token), token.text())).toList();
        return Response.ok(new DossierInvitations(issued.issued(), invitations)).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/dossier-answers")
    @NotIdempotencyKeyed(reason = "The number of the dossier makes the operation idempotent, and a record of the request would undo the anonymity of the answer.")
    @WithoutIfMatch(reason = "The operation only adds an answer.")
    @MaxBodySize("64K")
    @Extension(name = UnitRule.NAME, value = UnitRule.NONE)
    @Operation(operationId = "createDossierAnswer", summary = "Submits what an applicant answered about a dossier", description = "For the one-stop software. The first answer about a dossier counts, whether it comes by this operation or by the link of `createDossierInvitations`. Every further one gets the same response and changes nothing, so a retry is safe. The number of the dossier is neither stored nor logged.")
    @APIResponse(responseCode = "200", description = "Received", content = @Content(schema = @Schema(implementation = AnswerReceived.class)))
    @APIResponse(responseCode = "409", description = "The campaign is not open", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @Blocking
    public CompletionStage<AnswerReceived> answer(@PathParam("id") UUID id, @NotNull NewDossierAnswer given) {
        InvitationToken token = dossiers.token(id, given);
        return intake.receive(id, given.with(token), new Admission(given.stratum()));
    }
}
