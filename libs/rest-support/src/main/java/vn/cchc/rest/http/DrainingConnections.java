package vn.cchc.rest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends the connections that clients keep alive, each with the next response, from the beginning of the shutdown delay.
 * A client that sends a request when the server closes the connection cannot know whether it was processed.
 * {@link UnreadBody} closes the connection once the request has been received.
 */
@ApplicationScoped
class DrainingConnections {

    private volatile boolean draining;

    void begin(@Observes ShutdownDelayInitiatedEvent stopping) {
        draining = true;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::announceEnd);
    }

    private void announceEnd(RoutingContext ctx) {
        if (draining) {
            ctx.addHeadersEndHandler(sending -> ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
        }
        ctx.next();
    }
}
