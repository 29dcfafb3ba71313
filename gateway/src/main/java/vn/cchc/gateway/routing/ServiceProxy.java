package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.inbound.LimitedBodyStream;
import vn.cchc.gateway.limits.CallerKey;
import vn.cchc.gateway.problem.ProblemReplies;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Forwards a request to a service once enough of its body has arrived and its caller may hold one more connection. */
@Singleton
class ServiceProxy {

    private final ProblemReplies problems;
    private final int collectedBody;
    private final Duration readerTimeout;
    private final String retryAfterSeconds;
    private final Vertx vertx;

    ServiceProxy(ProblemReplies problems, GatewayConfig config, Vertx vertx) {
        this.problems = problems;
        this.collectedBody = (int) config.limits().collectedBody().asLongValue();
        this.readerTimeout = config.limits().readerTimeout();
        this.retryAfterSeconds = String.valueOf(config.retryAfter().toSeconds());
        this.vertx = vertx;
    }

    void forward(RoutingContext ctx, UpstreamService service, CallerKey caller, Optional<LimitedBodyStream> body) {
        if (service.breaker().isOpen()) {
            ctx.fail(new ProblemException(CommonProblem.UNAVAILABLE));
            return;
        }
        if (body.isEmpty()) {
            ctx.request().resume();
        }
        collect(caller, body).onFailure(ctx::fail)
                .onSuccess(collected -> connect(ctx, service, caller, body));
    }

    private Future<Void> collect(CallerKey caller, Optional<LimitedBodyStream> body) {
        return body.map(stream -> {
            if (!caller.authenticated()) {
                // Without a token nobody may hold a connection to a service by sending slowly.
                stream.limitTo(collectedBody);
            }
            return stream.collect(collectedBody);
        }).orElseGet(Future::succeededFuture);
    }

    private void connect(RoutingContext ctx, UpstreamService service, CallerKey caller, Optional<LimitedBodyStream> body) {
        String path = ctx.request().path();
        Future<Void> acquired = service.acquire(path, caller.value());
        ctx.addEndHandler(answered -> acquired.onSuccess(held -> service.release(path, caller.value())));
        acquired.onFailure(late -> refuse(ctx, late)).onSuccess(held -> {
            if (!ctx.response().closed()) {
                send(ctx, service, body);
            }
        });
    }

    private void refuse(RoutingContext ctx, Throwable late) {
        if (late instanceof ProblemException refusal && refusal.type() == CommonProblem.TOO_MANY_REQUESTS) {
            ctx.response().putHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        ctx.fail(late);
    }

    private void send(RoutingContext ctx, UpstreamService service, Optional<LimitedBodyStream> body) {
        ForwardedCall call = new ForwardedCall(service, body, problems, readerTimeout, vertx);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), service.client()).origin(call::open)
                .addInterceptor(call).handle(ctx.request());
    }
}
