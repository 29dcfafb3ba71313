package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.limits.RateLimits;
import vn.cchc.gateway.problem.ProblemReplies;
import vn.cchc.rest.ServiceSelector;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Where requests come in: each goes to the service that answers for its path, or is refused. */
@Singleton
class ProxyRoute {

    private static final Logger LOG = Logger.getLogger(ProxyRoute.class);

    private final UpstreamServices services;
    private final TokenFilter tokens;
    private final ProblemReplies problems;
    private final RateLimits rates;
    private final Map<UpstreamService, ServiceProxy> proxies;

    ProxyRoute(UpstreamServices services, TokenFilter tokens, ProblemReplies problems, RequestBodySizeLimit bodies,
            RateLimits rates) {
        this.services = services;
        this.tokens = tokens;
        this.problems = problems;
        this.rates = rates;
        this.proxies = services.all().stream().collect(Collectors.toMap(Function.identity(),
                service -> new ServiceProxy(service, bodies, problems)));
    }

    void open(@Observes Router router) {
        router.route().order(FilterChain.FIRST).failureHandler(this::fail);
        // What Quarkus adds for its own use has no order, and so comes earlier than what we add.
        router.route().order(FilterChain.FIRST + 2).handler(this::charge);
        router.route("/q/*").order(FilterChain.FIRST + 3).handler(ProxyRoute::deny);
        router.route("/api/v1/*").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::enter);
        router.route().last().handler(ProxyRoute::deny);
    }

    /** Who asks a service is charged once it is known who that is. */
    private void charge(RoutingContext ctx) {
        if (services.answer(ctx.request().path())) {
            ctx.next();
            return;
        }
        rates.charge(ctx, Optional.empty(), ctx::next);
    }

    /** What no service answers for may still be a page of the gateway's own. */
    private void enter(RoutingContext ctx) {
        if (!services.answer(ctx.request().path())) {
            ctx.next();
            return;
        }
        // The body stays where it is until the service takes it.
        ctx.request().pause();
        tokens.pass(ctx).subscribe().with(caller -> rates.charge(ctx, caller, () -> lead(ctx)),
                refusal -> rates.charge(ctx, Optional.empty(), () -> ctx.fail(refusal)));
    }

    private void lead(RoutingContext ctx) {
        services.answering(ctx.request()).ifPresentOrElse(service -> proxies.get(service).pass(ctx.request()),
                () -> ctx.fail(new ProblemException(CommonProblem.INVALID_PARAMETER,
                        List.of(Violation.at(ServiceSelector.PARAMETER, CommonProblem.INVALID_PARAMETER)))));
    }

    private static void deny(RoutingContext ctx) {
        ctx.fail(ProblemException.notFound("path", ctx.request().path()));
    }

    private void fail(RoutingContext ctx) {
        // What is left of the body is let go, so that the connection can take the next request.
        ctx.request().resume();
        problems.refuse(ctx.request(), refusal(ctx));
    }

    private static ProblemException refusal(RoutingContext ctx) {
        if (ctx.failure() instanceof ProblemException refusal) {
            return refusal;
        }
        // A status below 500 is the framework's word for a fault of the caller's.
        if (ctx.failure() == null || ctx.statusCode() > 0 && ctx.statusCode() < 500) {
            return new ProblemException(CommonProblem.forStatus(ctx.statusCode()), ctx.request().path());
        }
        LOG.errorf(ctx.failure(), "%s %s failed", ctx.request().method(), ctx.request().path());
        return new ProblemException(CommonProblem.INTERNAL_ERROR);
    }
}
