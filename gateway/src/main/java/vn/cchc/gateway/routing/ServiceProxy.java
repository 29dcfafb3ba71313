package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
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

    private static final Logger LOG = Logger.getLogger(ServiceProxy.class);
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final int NOT_MODIFIED = 304;

    private final Service service;
    private final BodyLimit bodies;
    private final ProblemReplies problems;
    private final HttpProxy proxy;

    ServiceProxy(Service service, BodyLimit bodies, ProblemReplies problems) {
        this.service = service;
        this.bodies = bodies;
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
        // Whoever waits for the answer hears of it; without this it is logged besides, as an error.
        outbound.exceptionHandler(broken -> LOG.debugf(broken, "%s %s broke off", inbound.method(), inbound.path()));
        long silence = service.patience().with(inbound.path()).toMillis();
        if (inbound.isEnded() || !hasBody(inbound)) {
            outbound.idleTimeout(silence);
            return;
        }
        inbound.end().onSuccess(sent -> outbound.idleTimeout(silence));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        ForwardedHeaders.mark(context.request());
        // Where a request names this host before its path, the service is asked for the path that was judged here.
        context.request().setURI(inbound.query() == null ? inbound.path() : inbound.path() + '?' + inbound.query());
        if (Span.current().getSpanContext().isValid()) {
            // The tracer writes them anew, with the gateway's own span in the caller's trace.
            TRACE.forEach(context.request().headers()::remove);
        }
        return hasBody(inbound) ? sendWithBody(context) : sendAlone(context);
    }

    private Future<ProxyResponse> sendWithBody(ProxyContext context) {
        MeasuredBody body = bodies.measure(context.request().proxiedRequest());
        context.request().setBody(Body.body(body, context.request().getBody().length()));
        return service.breaker().call(context::sendRequest)
                .recover(failure -> Future.succeededFuture(replace(context, body.refusal().orElse(refusal(failure)))));
    }

    private Future<ProxyResponse> sendAlone(ProxyContext context) {
        context.request().setBody(null).proxiedRequest().resume();
        return service.breaker().call(() -> sendTwice(context))
                .recover(failure -> Future.succeededFuture(replace(context, refusal(failure))));
    }

    /** A connection from the pool may have been closed at the other end just now. */
    private static Future<ProxyResponse> sendTwice(ProxyContext context) {
        return context.sendRequest()
                .recover(failure -> failure instanceof HttpClosedException && isRead(context) ? context.sendRequest()
                        : Future.failedFuture(failure));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isRead(ProxyContext context) {
        return READS.contains(context.request().getMethod());
    }

    private ProxyResponse replace(ProxyContext context, Refusal refusal) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        return problems.reply(inbound, refusal).fill(context.request().release().response());
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
        // What the service has compressed goes out as it is; the mark against compressing it here would contradict it. What has
        // no body is not compressed, and nobody would take the mark off again.
        if (reply.headers().contains(HttpHeaders.CONTENT_ENCODING) || reply.getStatusCode() == NOT_MODIFIED) {
            inbound.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        return context.sendResponse();
    }
}
