package vn.cchc.survey.answer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import vn.cchc.rest.RequestContext;
import vn.cchc.rest.input.BodyMemory;

/**
 * Receives ordinary answers on the event loop, at a fraction of the cost of {@link AnswerResource}. Whatever is not ordinary
 * goes on to it: a request that it may refuse, with its body if that has been read, and the reason if an answer was refused.
 */
@ApplicationScoped
class AnswerRoute {

    /** Before the resources. */
    private static final int ORDER = -1;
    private static final int MAX_BODY = 64 * 1024;
    private static final Duration MAX_RECEPTION = Duration.ofSeconds(30);
    private static final String FAILURE = AnswerRoute.class.getName();
    private static final String JSON = "application/json";
    private static final Buffer RECEIVED = Buffer.buffer("{\"received\":true}");

    private final AnswerIntake intake;
    private final BodyMemory memory;
    private final ObjectReader json;
    private final String path;

    AnswerRoute(AnswerIntake intake, BodyMemory memory, ObjectMapper json,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.intake = intake;
        this.memory = memory;
        this.json = json.readerFor(NewAnswer.class);
        this.path = root + "/campaigns/:id/answers";
    }

    void register(@Observes Router router) {
        router.post(path).order(ORDER).handler(this::handle);
    }

    /** Why the answers of this request were not received; null if that has not been decided. */
    static Throwable failure(RoutingContext ctx) {
        return ctx.get(FAILURE);
    }

    private void handle(RoutingContext ctx) {
        UUID campaign = campaign(ctx.pathParam("id"));
        int length = length(ctx.request());
        if (campaign == null || length < 0 || !memory.reserve(length)) {
            ctx.next();
            return;
        }
        ctx.addEndHandler(ended -> memory.release(length));
        Vertx vertx = ctx.vertx();
        long late = vertx.setTimer(MAX_RECEPTION.toMillis(), timer -> ctx.request().connection().close());
        ctx.request().body().onComplete(body -> {
            vertx.cancelTimer(late);
            if (body.succeeded()) {
                ((RoutingContextInternal) ctx).setBody(body.result());
                receive(ctx, campaign, body.result().getBytes());
            }
        });
        // The framework has paused it for the resources.
        ctx.request().resume();
    }

    private void receive(RoutingContext ctx, UUID campaign, byte[] body) {
        NewAnswer given = read(body);
        if (given == null) {
            ctx.next();
            return;
        }
        Context loop = ctx.vertx().getOrCreateContext();
        try {
            intake.receive(campaign, given)
                    .whenComplete((received, failure) -> loop.runOnContext(decided -> reply(ctx, failure)));
        } catch (RuntimeException refused) {
            reply(ctx, refused);
        }
    }

    private static void reply(RoutingContext ctx, Throwable failure) {
        if (failure != null) {
            ctx.put(FAILURE, failure instanceof CompletionException wrapped ? wrapped.getCause() : failure).next();
        } else if (!ctx.response().closed()) {
            ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                    .putHeader(RequestContext.REQUEST_ID,
                            RequestContext.requestId(ctx.request().getHeader(RequestContext.REQUEST_ID)))
                    .end(RECEIVED);
        }
    }

    private static UUID campaign(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The length of an ordinary body; negative if the head has anything that the resource may refuse. */
    private static int length(HttpServerRequest request) {
        MultiMap headers = request.headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        boolean ordinary = length != null && length.length() <= 5 && request.query() == null
                && JSON.equals(headers.get(HttpHeaders.CONTENT_TYPE)) && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && !headers.contains(HttpHeaders.IF_MATCH) && !headers.contains(HttpHeaders.IF_NONE_MATCH)
                && !headers.contains("Expect") && !headers.contains(HttpHeaders.AUTHORIZATION)
                && acceptsJson(headers.get(HttpHeaders.ACCEPT));
        int bytes = ordinary ? Integer.parseInt(length) : -1;
        return bytes <= MAX_BODY ? bytes : -1;
    }

    private static boolean acceptsJson(String accept) {
        return accept == null || accept.equals(JSON) || accept.equals("*/*");
    }

    /** Null if it is no answer; the resource reads it again and says why. */
    private NewAnswer read(byte[] body) {
        try {
            return isText(body) ? json.readValue(body) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** UTF-8 without a NUL; the JSON reader would also accept other encodings. */
    private static boolean isText(byte[] body) throws CharacterCodingException {
        int ascii = 0;
        while (ascii < body.length && body[ascii] > 0) {
            ascii++;
        }
        if (ascii < body.length) {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).chars().allMatch(each -> each > 0);
        }
        return body.length > 0;
    }
}
