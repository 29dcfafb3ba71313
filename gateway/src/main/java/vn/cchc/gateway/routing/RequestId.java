package vn.cchc.gateway.routing;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.RequestContext;

/** The mark by which caller, gateway and services speak of the same request: the caller's, or one made here. */
final class RequestId {

    static final String HEADER = RequestContext.REQUEST_ID;

    private RequestId() {
    }

    static void ensure(RoutingContext ctx) {
        String id = RequestContext.requestId(ctx.request().getHeader(HEADER));
        ctx.request().headers().set(HEADER, id);
        // At the end, in the place of what a service or the gateway's own resources echo.
        ctx.addHeadersEndHandler(sending -> ctx.response().putHeader(HEADER, id));
        ctx.next();
    }
}
