package vn.cchc.idempotency;

import java.lang.annotation.Annotation;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.ext.web.RoutingContext;

/** Sends the very bytes that were kept, the first time too, and with the tag that they had then. */
class StoredResponseFilter {

    static final String REPLY = StoredResponse.class.getName();
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Annotation[] NONE = {};

    private final RoutingContext request;

    StoredResponseFilter(RoutingContext request) {
        this.request = request;
    }

    @ServerResponseFilter
    void send(ContainerResponseContext response) {
        StoredResponse reply = request.get(REPLY);
        if (reply == null) {
            return;
        }
        response.setStatus(reply.status());
        if (reply.body() != null) {
            response.setEntity(reply.body(), NONE, MediaType.APPLICATION_JSON_TYPE);
        }
        if (reply.replayed()) {
            response.getHeaders().putSingle(REPLAYED, "true");
            if (reply.location() != null) {
                response.getHeaders().putSingle(HttpHeaders.LOCATION, reply.location());
            }
        }
    }
}
