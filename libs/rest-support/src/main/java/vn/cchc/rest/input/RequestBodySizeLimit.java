package vn.cchc.rest.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.Problem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;

/** How large a body may be. Quarkus' own limit stands behind it: it refuses without a word. */
@ApplicationScoped
class RequestBodySizeLimit {

    private static final int PART = 8192;

    private final int bytes;
    private final String service;

    RequestBodySizeLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            @ConfigProperty(name = "cchc.service") String service) {
        this.bytes = Math.toIntExact(limit.asLongValue());
        this.service = service;
    }

    void guard(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::refuseWhatSaysThatItIsTooLarge);
        // A body of unknown length is measured while it is read, here and not by Quarkus.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(ctx -> {
            ctx.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
            ctx.next();
        });
    }

    private void refuseWhatSaysThatItIsTooLarge(RoutingContext ctx) {
        String length = ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= bytes) {
            ctx.next();
            return;
        }
        ProblemMessages wording = ProblemMessages.accepted(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = Problem.of(new ProblemException(CommonProblem.TOO_LARGE), service, ctx.request().path(),
                Span.current().getSpanContext().getTraceId(), wording);
        closeAfterReply(ctx);
        ctx.response().setStatusCode(HttpURLConnection.HTTP_ENTITY_TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, wording.locale().getLanguage()).end(Json.encodeToBuffer(problem));
    }

    /** The whole body, or a refusal as soon as it has grown too large. */
    byte[] read(InputStream body, RoutingContext ctx) throws IOException {
        var read = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int length = body.read(part); length >= 0; length = body.read(part)) {
            read.write(part, 0, length);
            if (read.size() > bytes) {
                closeAfterReply(ctx);
                throw new ProblemException(CommonProblem.TOO_LARGE);
            }
        }
        return read.toByteArray();
    }

    /** What is left of the body is not waited for. */
    private static void closeAfterReply(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ctx.addEndHandler(sent -> ctx.request().connection().close());
    }
}
