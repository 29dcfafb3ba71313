package vn.cchc.gateway.inbound;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.RequestContext;

/** The id of a request in the logs of the caller, the gateway and the services: the caller's own, or a new one. */
final class RequestId {

    private static final String HEADER = RequestContext.REQUEST_ID;

    private RequestId() {
    }

    static void ensure(RoutingContext ctx) {
        String id = RequestContext.requestId(ctx.request().getHeader(HEADER));
        ctx.request().headers().set(HEADER, id);
        // At the end, so that it replaces the echo of a service or of the gateway's own resources.
        ctx.addHeadersEndHandler(sending -> ctx.response().putHeader(HEADER, id));
        ctx.next();
    }
}
