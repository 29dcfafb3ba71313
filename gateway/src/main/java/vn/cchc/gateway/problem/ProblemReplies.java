package vn.cchc.gateway.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.Problem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.ProblemType;

/** The gateway's own refusals, in the shape of the services' refusals. */
@Singleton
public class ProblemReplies {

    /** After these the rest of a body is not read, so the connection cannot take another request. */
    private static final List<ProblemType> CLOSING = List.of(CommonProblem.MALFORMED_REQUEST, GatewayProblem.TOO_SLOW,
            CommonProblem.TOO_LARGE);

    private final String service;
    private final long retryAfterSeconds;

    ProblemReplies(@ConfigProperty(name = "cchc.service") String service, GatewayConfig config) {
        this.service = service;
        this.retryAfterSeconds = config.retryAfter().toSeconds();
    }

    public void refuse(HttpServerRequest request, ProblemException refusal) {
        reply(request, refusal).send(request.response());
    }

    public ProblemReply reply(HttpServerRequest request, ProblemException refusal) {
        ProblemMessages messages = ProblemMessages.accepted(request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE));
        String traceId = Span.current().getSpanContext().getTraceId();
        Problem problem = Problem.of(refusal, service, request.path(), traceId, messages);
        return new ProblemReply(problem.status(), headers(refusal.type(), messages), Json.encodeToBuffer(problem));
    }

    private Map<String, String> headers(ProblemType type, ProblemMessages messages) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", Problem.MEDIA_TYPE, "Content-Language",
                messages.locale().getLanguage()));
        if (type.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (CLOSING.contains(type)) {
            headers.put("Connection", "close");
        }
        if (type.status() == 503) {
            headers.put("Retry-After", String.valueOf(retryAfterSeconds));
        }
        return headers;
    }
}
