package vn.cchc.gateway.inbound;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.problem.GatewayProblem;
import vn.cchc.rest.problem.ProblemException;

/** Refuses URLs and headers that are too large. */
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
            ctx.fail(urlTooLong());
            return;
        }
        List<Map.Entry<String, String>> fields = ctx.request().headers().entries();
        if (fields.size() > headerCount || size(fields) > headers) {
            ctx.fail(new ProblemException(GatewayProblem.HEADERS_TOO_LARGE));
            return;
        }
        ctx.next();
    }

    ProblemException urlTooLong() {
        return new ProblemException(GatewayProblem.URL_TOO_LONG, url);
    }

    private static long size(List<Map.Entry<String, String>> fields) {
        return fields.stream().mapToLong(field -> field.getKey().length() + field.getValue().length()).sum();
    }
}
