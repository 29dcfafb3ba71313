package vn.cchc.rest.problem;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.RequestContext;

/** Answers with a problem where JAX-RS is not reached. */
@ApplicationScoped
public class ProblemResponder {

    private final String service;

    ProblemResponder(@ConfigProperty(name = "cchc.service") String service) {
        this.service = service;
    }

    public void respond(RoutingContext ctx, ProblemException exception) {
        HttpServerRequest request = ctx.request();
        List<String> languages = request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE);
        ProblemMessages messages = ProblemMessages.accepted(languages);
        Problem problem = Problem.of(exception, service, request.path(), Span.current().getSpanContext().getTraceId(),
                messages);
        HttpServerResponse response = ctx.response().setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, messages.locale().getLanguage())
                .putHeader(RequestContext.REQUEST_ID, RequestContext.requestId(request.getHeader(RequestContext.REQUEST_ID)));
        if (problem.status() == CommonProblem.UNAVAILABLE.status()) {
            response.putHeader("Retry-After", ProblemFormatter.RETRY_AFTER_SECONDS);
        }
        if (hasBody(request)) {
            announceClose(ctx);
        }
        response.end(Json.encodeToBuffer(problem));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** The connection takes no other request, so the caller need not send the rest of the body. */
    public static void announceClose(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
}
