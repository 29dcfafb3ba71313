package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import vn.cchc.gateway.problem.ProblemReplies;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Passes requests on to a service, and answers in its place when it does not. */
final class ServiceProxy implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(ServiceProxy.class);
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final int NOT_MODIFIED = 304;

    private final UpstreamService service;
    private final RequestBodySizeLimit bodies;
    private final ProblemReplies problems;
    private final HttpProxy proxy;

    ServiceProxy(UpstreamService service, RequestBodySizeLimit bodies, ProblemReplies problems) {
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
        return service.open(inbound.method(), inbound.uri()).onSuccess(outbound -> watch(context, outbound));
    }

    /** A slow upload is the caller's own affair: the service's time runs from when it has the whole request. */
    private void watch(ProxyContext context, HttpClientRequest outbound) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        // Whoever waits for the answer hears of it; without this it is logged besides, as an error.
        outbound.exceptionHandler(broken -> LOG.debugf(broken, "%s %s broke off", inbound.method(), inbound.path()));
        if (inbound.isEnded() || !hasBody(inbound)) {
            await(context, outbound);
            return;
        }
        inbound.end().onSuccess(sent -> await(context, outbound));
    }

    private void await(ProxyContext context, HttpClientRequest outbound) {
        context.set(Wait.NAME, new Wait(System.nanoTime()));
        outbound.idleTimeout(patience(context).toMillis());
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
        LimitedBodyStream body = bodies.measure(context.request().proxiedRequest(), patience(context));
        context.request().setBody(Body.body(body, context.request().getBody().length()));
        return service.breaker().call(() -> send(context, () -> body.isHeldUp() || hasWaitedTooLong(context)))
                .recover(failure -> Future.succeededFuture(replace(context, body.refusal().orElse(refusal(failure)))));
    }

    private Future<ProxyResponse> sendAlone(ProxyContext context) {
        context.request().setBody(null).proxiedRequest().resume();
        return service.breaker().call(() -> sendTwice(context))
                .recover(failure -> Future.succeededFuture(replace(context, refusal(failure))));
    }

    /** A connection from the pool may have been closed at the other end just now. */
    private Future<ProxyResponse> sendTwice(ProxyContext context) {
        return send(context)
                .recover(failure -> failure instanceof HttpClosedException && isRead(context) ? send(context)
                        : Future.failedFuture(failure));
    }

    private Future<ProxyResponse> send(ProxyContext context) {
        return send(context, () -> hasWaitedTooLong(context));
    }

    /** @param isTheServices whether it is the service for which we ourselves break it off */
    private Future<ProxyResponse> send(ProxyContext context, BooleanSupplier isTheServices) {
        return context.sendRequest().recover(failure -> Future.failedFuture(
                failure instanceof StreamResetException && isTheServices.getAsBoolean() ? new TimeoutException() : failure));
    }

    private Duration patience(ProxyContext context) {
        return service.patience().with(context.request().proxiedRequest().path());
    }

    private boolean hasWaitedTooLong(ProxyContext context) {
        Wait wait = context.get(Wait.NAME, Wait.class);
        return wait != null && service.breaker().isTooLong(wait.untilNow());
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isRead(ProxyContext context) {
        return READS.contains(context.request().getMethod());
    }

    private ProxyResponse replace(ProxyContext context, ProblemException refusal) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        return problems.reply(inbound, refusal).fill(context.request().release().response());
    }

    private static ProblemException refusal(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return refusal;
        }
        return new ProblemException(
                failure instanceof TimeoutException ? CommonProblem.GATEWAY_TIMEOUT : CommonProblem.BAD_GATEWAY);
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

    /** For the answer to a request that the service has whole. */
    private record Wait(long since) {

        static final String NAME = Wait.class.getName();

        Duration untilNow() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }
}
