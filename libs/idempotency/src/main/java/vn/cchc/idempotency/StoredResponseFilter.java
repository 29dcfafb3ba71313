package vn.cchc.idempotency;

import java.lang.annotation.Annotation;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.ext.web.RoutingContext;

/** Sends the stored bytes, the first time too, with the ETag of that time. */
class StoredResponseFilter {

    static final String RESPONSE = StoredResponse.class.getName();
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Annotation[] NONE = {};

    private final RoutingContext request;

    StoredResponseFilter(RoutingContext request) {
        this.request = request;
    }

    @ServerResponseFilter
    void send(ContainerResponseContext response) {
        StoredResponse stored = request.get(RESPONSE);
        if (stored == null) {
            return;
        }
        response.setStatus(stored.status());
        if (stored.body() != null) {
            response.setEntity(stored.body(), NONE, MediaType.APPLICATION_JSON_TYPE);
        }
        if (stored.replayed()) {
            response.getHeaders().putSingle(REPLAYED, "true");
            if (stored.location() != null) {
                response.getHeaders().putSingle(HttpHeaders.LOCATION, stored.location());
            }
        }
    }
}
