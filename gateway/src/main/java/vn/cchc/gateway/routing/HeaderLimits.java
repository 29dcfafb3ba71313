package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.problem.GatewayProblem;
import vn.cchc.rest.problem.ProblemException;

/** Refuses a URL or headers that are too large. What is far too large the server itself cuts, and has no words for it. */
@Singleton
class HeaderLimits {

    private final long url;
    private final long headers;
    private final int headerCount;

    HeaderLimits(GatewayConfig config) {
        this.url = config.limits().url().asLongValue();
        this.headers = config.limits().headers().asLongValue();
        this.headerCount = config.limits().headerCount();
    }

    void check(RoutingContext ctx) {
        if (ctx.request().uri().length() > url) {
            ctx.fail(new ProblemException(GatewayProblem.URL_TOO_LONG, url));
            return;
        }
        List<Map.Entry<String, String>> given = ctx.request().headers().entries();
        if (given.size() > headerCount || size(given) > headers) {
            ctx.fail(new ProblemException(GatewayProblem.HEADERS_TOO_LARGE));
            return;
        }
        ctx.next();
    }

    private static long size(List<Map.Entry<String, String>> headers) {
        return headers.stream().mapToLong(header -> header.getKey().length() + header.getValue().length()).sum();
    }
}
