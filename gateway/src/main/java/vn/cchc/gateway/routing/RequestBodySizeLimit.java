package vn.cchc.gateway.routing;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Refuses a body that is too large or too slow: at once where it says its length, else while it comes. */
@Singleton
class RequestBodySizeLimit {

    private final Vertx vertx;
    private final long bytes;
    private final Duration time;
    private final Duration linger;

    RequestBodySizeLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, GatewayConfig config,
            Vertx vertx) {
        this.vertx = vertx;
        this.bytes = limit.asLongValue();
        this.time = config.limits().bodyTimeout();
        this.linger = config.limits().linger();
    }

    void check(RoutingContext ctx) {
        ctx.addEndHandler(answered -> endLater(ctx.request()));
        String length = ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > bytes) {
            ctx.fail(new ProblemException(CommonProblem.TOO_LARGE));
            return;
        }
        ctx.next();
    }

    /** Who goes on sending after the answer is cut, but not at once: many clients read the answer only then. */
    private void endLater(HttpServerRequest request) {
        if (!request.isEnded()) {
            long cut = vertx.setTimer(linger.toMillis(), late -> request.connection().close());
            request.end().onComplete(ended -> vertx.cancelTimer(cut));
        }
    }

    /** @param patience with a service that takes nothing of it */
    LimitedBodyStream measure(HttpServerRequest request, Duration patience) {
        return new LimitedBodyStream(request, bytes, time, patience, vertx);
    }
}
