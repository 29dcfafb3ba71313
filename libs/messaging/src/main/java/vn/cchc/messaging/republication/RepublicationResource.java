package vn.cchc.messaging.republication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.input.ServiceSelector;
import vn.cchc.rest.precondition.WithoutIfMatch;

@Path("/republications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Republications", description = "Republications of all events of a service (phát lại toàn bộ sự kiện)")
class RepublicationResource {

    private final Republications republications;
    private final CurrentRequest current;
    private final String service;

    RepublicationResource(Republications republications, CurrentRequest current,
            @ConfigProperty(name = "cchc.service") String service) {
        this.republications = republications;
        this.current = current;
        this.service = service;
    }

    @POST
    @NotIdempotencyKeyed(reason = "Events that are published twice are applied once.")
    @WithoutIfMatch(reason = "It overwrites nothing.")
    @Operation(operationId = "createRepublication", summary = "Publishes all events of the service again", description = "For topics that have lost events: all events are published again, in their order and with their ids. While they are copied (half a minute for two million events) other requests can get 503. Afterwards the services that read the topics need a rebuild.")
    @APIResponse(responseCode = "202", description = "The events are in the outbox", content = @Content(schema = @Schema(implementation = RepublicationView.class)))
    public Response create(@BeanParam ServiceSelector whose) {
        whose.requireSelf(service);
        return Response.accepted(RepublicationView.of(republications.republish(current.change()))).build();
    }
}
