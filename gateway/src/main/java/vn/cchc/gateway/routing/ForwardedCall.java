package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import vn.cchc.gateway.inbound.LimitedBodyStream;
import vn.cchc.gateway.problem.ProblemReplies;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** One request on its way to a service, and the response on its way back; a problem if the service fails. */
final class ForwardedCall implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(ForwardedCall.class);
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final UpstreamService service;
    private final Optional<LimitedBodyStream> body;
    private final ProblemReplies problems;
    private final Duration readerTimeout;
    private final Vertx vertx;
    /** When the service had the whole request. */
    private Optional<Long> sentAt = Optional.empty();

    ForwardedCall(UpstreamService service, Optional<LimitedBodyStream> body, ProblemReplies problems, Duration readerTimeout,
            Vertx vertx) {
        this.service = service;
        this.body = body;
        this.problems = problems;
        this.readerTimeout = readerTimeout;
        this.vertx = vertx;
    }

    Future<HttpClientRequest> open(ProxyContext context) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        return service.open(inbound.method(), inbound.uri()).onSuccess(outbound -> watch(inbound, outbound));
    }

    /** The service's time runs from when it has the whole request. */
    private void watch(HttpServerRequest inbound, HttpClientRequest outbound) {
        // The future of the response reports it; without a handler it is logged as an error too.
        outbound.exceptionHandler(broken -> LOG.debugf(broken, "%s %s was reset", inbound.method(), inbound.path()));
        if (streamed().isEmpty()) {
            startTimeout(inbound, outbound);
            return;
        }
        inbound.end().onSuccess(sent -> startTimeout(inbound, outbound));
    }

    private void startTimeout(HttpServerRequest inbound, HttpClientRequest outbound) {
        sentAt = Optional.of(System.nanoTime());
        outbound.idleTimeout(timeout(inbound).toMillis());
    }

    private Duration timeout(HttpServerRequest inbound) {
        return service.timeouts().forPath(inbound.path());
    }

    /** The body, if the service gets it while it is still being received. */
    private Optional<LimitedBodyStream> streamed() {
        return body.filter(stream -> stream.whole().isEmpty());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ForwardedHeaders.set(context.request());
        if (Span.current().getSpanContext().isValid()) {
            // The tracer sets them again, with the gateway's own span in the caller's trace.
            TRACE.forEach(context.request().headers()::remove);
        }
        setBody(context);
        return service.breaker().call(() -> streamed().isPresent() ? send(context) : sendTwice(context))
                .recover(failure -> Future.succeededFuture(replace(context, refusal(failure))));
    }

    private void setBody(ProxyContext context) {
        Optional<Buffer> whole = body.flatMap(LimitedBodyStream::whole);
        if (whole.isPresent()) {
            context.request().setBody(Body.body(whole.get()));
            return;
        }
        body.ifPresent(stream -> stream.streamWithin(timeout(context.request().proxiedRequest())));
        context.request().setBody(body.map(stream -> Body.body(stream, stream.declaredLength())).orElse(null));
    }

    /** The service may just have closed a pooled connection. */
    private Future<ProxyResponse> sendTwice(ProxyContext context) {
        return send(context)
                .recover(failure -> failure instanceof HttpClosedException && isRepeatable(context) ? send(context)
                        : Future.failedFuture(failure));
    }

    private boolean isRepeatable(ProxyContext context) {
        return body.isEmpty() && READS.contains(context.request().getMethod());
    }

    private Future<ProxyResponse> send(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future
                .failedFuture(failure instanceof StreamResetException && serviceTimedOut() ? new TimeoutException() : failure));
    }

    /** Whether the gateway reset the request because the service did not respond. */
    private boolean serviceTimedOut() {
        return body.filter(LimitedBodyStream::timedOutInService).isPresent()
                || sentAt.filter(since -> service.breaker().isTooLong(Duration.ofNanos(System.nanoTime() - since))).isPresent();
    }

    private ProblemException refusal(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return refusal;
        }
        return body.flatMap(LimitedBodyStream::refusal).orElseGet(() -> new ProblemException(
                failure instanceof TimeoutException ? CommonProblem.GATEWAY_TIMEOUT : CommonProblem.BAD_GATEWAY));
    }

    private ProxyResponse replace(ProxyContext context, ProblemException refusal) {
        HttpServerRequest inbound = context.request().proxiedRequest();
        return problems.reply(inbound, refusal).copyTo(context.request().release().response());
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        HttpServerRequest inbound = context.request().proxiedRequest();
        // Vert.x would take a status with a text of its own for an unknown one, and add framing headers to a 304.
        response.setStatusMessage(null);
        // A service that stops ends its own connection only.
        response.headers().remove(HttpHeaders.CONNECTION);
        // A body that the service has compressed passes unchanged; Quarkus' mark against compression would contradict it.
        if (response.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            inbound.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
        Body content = response.getBody();
        if (content != null) {
            response.setBody(Body.body(new ReaderTimeout(content.stream(), readerTimeout, inbound, vertx), content.length()));
        }
        return context.sendResponse();
    }
}
