package vn.cchc.gateway.problem;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.Problem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;

/** The gateway's own refusals, in the shape in which the services refuse. */
@Singleton
public class ProblemReplies {

    /** After these the rest of a body is not waited for, so the connection cannot take another request. */
    private static final Set<Integer> LEFT_UNREAD = Set.of(408, 413);

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
        ProblemMessages wording = ProblemMessages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        String traceId = Span.current().getSpanContext().getTraceId();
        Problem problem = Problem.of(refusal, service, request.path(), traceId, wording);
        return new ProblemReply(problem.status(), headers(problem, wording), Json.encodeToBuffer(problem));
    }

    private Map<String, String> headers(Problem problem, ProblemMessages wording) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", Problem.MEDIA_TYPE, "Content-Language",
                wording.locale().getLanguage()));
        if (problem.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (LEFT_UNREAD.contains(problem.status())) {
            headers.put("Connection", "close");
        }
        if (problem.status() == 503) {
            headers.put("Retry-After", String.valueOf(retryAfterSeconds));
        }
        return headers;
    }
}
