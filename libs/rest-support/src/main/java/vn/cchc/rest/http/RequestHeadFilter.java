package vn.cchc.rest.http;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.input.BodyLimits;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemResponder;
import vn.cchc.rest.problem.ResourceType;

/** Checks the head of a request before the framework does, which refuses it without a problem. */
@ApplicationScoped
class RequestHeadFilter {

    /** Before authentication and everything else that reads the request. */
    private static final int FIRST = -1000;

    private final ProblemResponder problems;
    private final String root;
    private final long maxBodySize;
    private final Duration linger;

    RequestHeadFilter(ProblemResponder problems, BodyLimits bodies, @ConfigProperty(name = "quarkus.rest.path") String root,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.problems = problems;
        this.root = root;
        this.maxBodySize = maxBodySize.asLongValue();
        this.linger = bodies.linger();
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
    }

    private void check(RoutingContext ctx) {
        UnreadBody.discardWithin(linger, ctx);
        problem(ctx.request()).ifPresentOrElse(problem -> problems.respond(ctx, problem), ctx::next);
    }

    private Optional<ProblemException> problem(HttpServerRequest request) {
        if (request.decoderResult() instanceof MalformedHead malformed) {
            return Optional.of(malformed.problem());
        }
        if (request.path().startsWith(root) && RequestTarget.isAlias(request.path())) {
            return Optional.of(ProblemException.notFound(ResourceType.PATH, request.path()));
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > maxBodySize
                ? Optional.of(new ProblemException(CommonProblem.TOO_LARGE))
                : Optional.empty();
    }
}
