package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import vn.cchc.gateway.problem.ProblemReplies;
import vn.cchc.house.HouseProblem;
import vn.cchc.house.Refusal;

/** Passes requests on to a service, and answers in its place when it does not. */
final class ServiceProxy implements ProxyInterceptor {

    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    private final Service service;
    private final Duration responseTimeout;
    private final ProblemReplies problems;
    private final HttpProxy proxy;

    ServiceProxy(Service service, Duration responseTimeout, ProblemReplies problems) {
        this.service = service;
        this.responseTimeout = responseTimeout;
        this.problems = problems;
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), service.client())
                .origin(this::open)
                .addInterceptor(this);
    }

    void pass(HttpServerRequest request) {
        proxy.handle(request);
    }

    private Future<HttpClientRequest> open(ProxyContext context) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        return service.open(inbound.method(), inbound.uri()).onSuccess(outbound -> watch(inbound, outbound));
    }

    /** A slow upload is the caller's own affair: the service's time runs from when it has the whole request. */
    private void watch(HttpServerRequest inbound, HttpClientRequest outbound) {
        if (inbound.isEnded()) {
            outbound.idleTimeout(responseTimeout.toMillis());
            return;
        }
        inbound.end().onSuccess(sent -> outbound.idleTimeout(responseTimeout.toMillis()));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ForwardedHeaders.mark(context.request());
        if (Span.current().getSpanContext().isValid()) {
            // The tracer writes them anew, with the gateway's own span in the caller's trace.
            TRACE.forEach(context.request().headers()::remove);
        }
        return context.sendRequest().recover(failure -> Future.succeededFuture(replace(context, failure)));
    }

    private ProxyResponse replace(ProxyContext context, Throwable failure) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        return problems.reply(inbound, refusal(failure)).fill(context.request().release().response());
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        return new Refusal(failure instanceof TimeoutException ? HouseProblem.GATEWAY_TIMEOUT : HouseProblem.BAD_GATEWAY);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse reply = context.response();
        HttpServerRequest inbound = context.request().proxiedRequest();
        // What the service has compressed goes out as it is; the mark against compressing it here would contradict it.
        if (reply.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            inbound.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        return context.sendResponse();
    }
}
