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
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.ServiceSelector;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.RequiresIfMatch;

@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Dead letters", description = "Events that a service could not read or apply (sự kiện không xử lý được)")
class DeadLetterResource {

    private final DeadLetters letters;
    private final DeadLetterService deadLetters;
    private final CurrentRequest current;
    private final String service;

    DeadLetterResource(DeadLetters letters, DeadLetterService deadLetters, CurrentRequest current,
            @ConfigProperty(name = "cchc.service") String service) {
        this.letters = letters;
        this.deadLetters = deadLetters;
        this.current = current;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Lists the dead letters in the order of their arrival", description = "Later events were applied.")
    public Page<DeadLetterView> list(@BeanParam ServiceSelector whose, @BeanParam Paging paging,
            @QueryParam("state") @Parameter(description = "Filters by state", example = "OPEN") DeadLetter.State state) {
        whose.requireSelf(service);
        return Page.of(letters.matching(state, paging.afterId(), paging.rows()), paging, letter -> letter.id.toString(),
                DeadLetterView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDeadLetter", summary = "Returns a dead letter")
    public DeadLetterView get(@BeanParam ServiceSelector whose, @PathParam("id") UUID id) {
        whose.requireSelf(service);
        return DeadLetterView.of(letters.require(id));
    }

    @GET
    @Path("/{id}/payload")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getDeadLetterPayload", summary = "Returns the payload of a dead letter as it was received", description = "Empty for an event without a payload.")
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
    @Operation(operationId = "redeliverDeadLetter", summary = "Applies the event again", description = "Newer events of the same key stay in force. 409 with the reason if the event still cannot be applied.")
    public DeadLetterView redeliver(@BeanParam ServiceSelector whose, @PathParam("id") UUID id) {
        whose.requireSelf(service);
        return deadLetters.redeliver(id, current.change());
    }

    @POST
    @Idempotent
    @RequiresIfMatch
    @Path("/{id}/dismissal")
    @Operation(operationId = "dismissDeadLetter", summary = "Dismisses the event", description = "The reason is recorded in the audit trail. The event stays on its topic; a rebuild skips it, like those that are OPEN.")
    public DeadLetterView dismiss(@BeanParam ServiceSelector whose, @PathParam("id") UUID id, @Valid NewDismissal dismissal) {
        whose.requireSelf(service);
        return deadLetters.dismiss(id, dismissal, current.change());
    }
}
