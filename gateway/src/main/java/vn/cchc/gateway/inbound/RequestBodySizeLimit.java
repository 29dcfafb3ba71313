package vn.cchc.gateway.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.http.ProtocolErrorHandler;
import vn.cchc.rest.http.UnreadBody;
import vn.cchc.rest.input.BodyMemory;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Refuses bodies that are too large or too slow: at once if their length is declared, otherwise while they are received. */
@Singleton
public class RequestBodySizeLimit {

    private static final String CHUNKED = "chunked";

    private final Vertx vertx;
    private final long bytes;
    private final Duration time;
    private final Duration linger;
    private final BodyMemory memory;

    RequestBodySizeLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, GatewayConfig config,
            Vertx vertx) {
        this.vertx = vertx;
        this.bytes = limit.asLongValue();
        this.time = config.limits().bodyTimeout();
        this.linger = config.limits().linger();
        this.memory = new BodyMemory(config.limits().collectedBodies().asLongValue());
    }

    void check(RoutingContext ctx) {
        UnreadBody.awaitWithin(linger, ctx);
        MultiMap headers = ctx.request().headers();
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!codings.isEmpty() && (codings.size() > 1 || !codings.get(0).equalsIgnoreCase(CHUNKED))) {
            ctx.fail(ProblemException.malformed(List.of("Transfer-Encoding")));
            return;
        }
        if (!codings.isEmpty()) {
            // The proxy library compares it by case.
            headers.set(HttpHeaders.TRANSFER_ENCODING, CHUNKED);
        }
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > bytes) {
            ctx.fail(new ProblemException(CommonProblem.TOO_LARGE));
            return;
        }
        ctx.next();
    }

    /** The body of a request, which is not read before it is collected. */
    public Optional<LimitedBodyStream> bodyOf(RoutingContext ctx) {
        if (!hasBody(ctx.request())) {
            return Optional.empty();
        }
        LimitedBodyStream body = new LimitedBodyStream(ctx.request(), bytes, time, memory, vertx);
        ProtocolErrorHandler.onMalformedBody(ctx.request().connection(), body::failDecoding);
        ctx.addEndHandler(answered -> body.close());
        return Optional.of(body);
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
