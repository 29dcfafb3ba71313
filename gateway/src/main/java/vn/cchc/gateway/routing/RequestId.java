package vn.cchc.gateway.routing;

import java.util.UUID;

import io.vertx.ext.web.RoutingContext;

/** The mark by which caller, gateway and services speak of the same request: the caller's, or one made here. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private RequestId() {
    }

    static void ensure(RoutingContext ctx) {
        String given = ctx.request().getHeader(HEADER);
        String id = given == null || given.isBlank() ? UUID.randomUUID().toString() : given;
        ctx.request().headers().set(HEADER, id);
        // At the end, in the place of what a service or the gateway's own resources echo.
        ctx.addHeadersEndHandler(sending -> ctx.response().putHeader(HEADER, id));
        ctx.next();
    }
}
