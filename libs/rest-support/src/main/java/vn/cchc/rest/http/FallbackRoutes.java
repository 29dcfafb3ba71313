package vn.cchc.rest.http;

import java.util.concurrent.RejectedExecutionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemResponder;
import vn.cchc.rest.problem.ResourceType;

/** Answers a path that nothing is registered for, and what the framework would answer with a bare status. */
@ApplicationScoped
class FallbackRoutes {

    private final ProblemResponder problems;

    FallbackRoutes(ProblemResponder problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().last().handler(ctx -> problems.respond(ctx, ProblemException.notFound(ResourceType.PATH,
                ctx.request().path())));
        router.route().order(Integer.MIN_VALUE + 1).failureHandler(this::fail);
    }

    private void fail(RoutingContext ctx) {
        if (ctx.response().headWritten()) {
            ctx.next();
        } else if (ctx.failure() instanceof RejectedExecutionException) {
            problems.respond(ctx, new ProblemException(CommonProblem.UNAVAILABLE));
        } else if (ctx.failure() == null || ctx.statusCode() >= 400 && ctx.statusCode() < 500) {
            problems.respond(ctx, new ProblemException(CommonProblem.forStatus(ctx.statusCode()), ctx.request().path()));
        } else {
            ctx.next();
        }
    }
}
