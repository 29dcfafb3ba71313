package vn.cchc.messaging.deadletter;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.ServiceSelector;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Dead letters", description = "Events that a service could neither read nor apply (sự kiện không xử lý được). Each service keeps its own")
class DeadLetterResource {

    private final DeadLetters letters;
    private final DeadLetterService desk;
    private final CurrentRequest current;
    private final String service;

    DeadLetterResource(DeadLetters letters, DeadLetterService desk, CurrentRequest current,
            @ConfigProperty(name = "cchc.service") String service) {
        this.letters = letters;
        this.desk = desk;
        this.current = current;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "What was set aside", description = "In the order in which it came here. Events behind it were applied.")
    public Page<DeadLetterView> list(@BeanParam ServiceSelector whose, @BeanParam Paging paging,
            @QueryParam("state") @Parameter(description = "Only those", example = "OPEN") DeadLetter.State state) {
        whose.requireSelf(service);
        return Page.of(letters.matching(state, paging.afterId(), paging.rows()), paging, letter -> letter.id.toString(),
                DeadLetterView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDeadLetter", summary = "One of them: where it lay, what it came with, what was wrong")
    public DeadLetterView get(@BeanParam ServiceSelector whose, @PathParam("id") UUID id) {
        whose.requireSelf(service);
        return DeadLetterView.of(letters.require(id));
    }

    @GET
    @Path("/{id}/payload")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getDeadLetterPayload", summary = "Its payload, byte by byte as it came", description = "Mostly JSON, but that may be what was wrong with it. An event without a payload has an empty one.")
    @APIResponse(responseCode = "200", description = "The payload", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response payload(@BeanParam ServiceSelector whose, @PathParam("id") UUID id) {
        whose.requireSelf(service);
        return Response.ok(letters.payload(id)).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + '"')
                .build();
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/redelivery")
    @Operation(operationId = "redeliverDeadLetter", summary = "Has the event applied after all", description = "To be done when what was wrong is mended. It counts as it would have when it came: where newer events of its key were applied since, they stand. If it still cannot be applied the answer is 409 with the reason, and it stays as it is.")
    public DeadLetterView redeliver(@BeanParam ServiceSelector whose, @PathParam("id") UUID id) {
        whose.requireSelf(service);
        return desk.redeliver(id, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/dismissal")
    @Operation(operationId = "dismissDeadLetter", summary = "Decides that the event counts nowhere", description = "The reason stands in the audit trail. Nothing is deleted: the event stays on its topic, and a rebuild passes over it, as over those that are OPEN.")
    public DeadLetterView dismiss(@BeanParam ServiceSelector whose, @PathParam("id") UUID id, @Valid NewDismissal why) {
        whose.requireSelf(service);
        return desk.dismiss(id, why, current.change());
    }
}
