package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.inbound.FilterChain;
import vn.cchc.gateway.inbound.LimitedBodyStream;
import vn.cchc.gateway.inbound.RequestBodySizeLimit;
import vn.cchc.gateway.limits.CallerKey;
import vn.cchc.gateway.limits.RateLimits;
import vn.cchc.gateway.problem.ProblemReplies;
import vn.cchc.rest.input.ServiceSelector;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;

/** Authenticates and rate-limits requests, and forwards them to the service of their path. */
@Singleton
class ProxyRoute {

    private static final Logger LOG = Logger.getLogger(ProxyRoute.class);

    private final UpstreamServices services;
    private final TokenFilter tokens;
    private final ProblemReplies problems;
    private final RateLimits rates;
    private final RequestBodySizeLimit bodies;
    private final ServiceProxy proxy;

    ProxyRoute(UpstreamServices services, TokenFilter tokens, ProblemReplies problems, RequestBodySizeLimit bodies,
            RateLimits rates, ServiceProxy proxy) {
        this.services = services;
        this.tokens = tokens;
        this.problems = problems;
        this.bodies = bodies;
        this.rates = rates;
        this.proxy = proxy;
    }

    void register(@Observes Router router) {
        router.route().order(FilterChain.FIRST).failureHandler(this::fail);
        // What Quarkus adds for its own use has no order, and so comes earlier than what we add.
        router.route().order(FilterChain.FIRST + 2).handler(this::rateLimit);
        router.route("/q/*").order(FilterChain.FIRST + 3).handler(ProxyRoute::notFound);
        router.route("/api/v1/*").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::authenticate);
        router.route().last().handler(ProxyRoute::notFound);
    }

    /**
     * Requests for a service are counted once their caller is known. A caller whose token was verified a moment ago is known at
     * once, and the request needs none of the routes of Quarkus that come between.
     */
    private void rateLimit(RoutingContext ctx) {
        if (!services.serve(ctx.request().path())) {
            rates.limit(ctx, rates.caller(ctx, Optional.empty()), ctx::next);
            return;
        }
        Optional<JsonWebToken> token = tokens.verifiedToken(ctx.request());
        if (token.isPresent() && !tokens.isPublic(ctx.request())) {
            forward(ctx, token, bodies.bodyOf(ctx));
            return;
        }
        ctx.next();
    }

    /** What no service serves may be a page of the gateway's own. */
    private void authenticate(RoutingContext ctx) {
        if (!services.serve(ctx.request().path())) {
            ctx.next();
            return;
        }
        Optional<LimitedBodyStream> body = bodies.bodyOf(ctx);
        tokens.authenticate(ctx).subscribe().with(token -> forward(ctx, token, body),
                refusal -> rates.limit(ctx, rates.caller(ctx, Optional.empty()), () -> ctx.fail(refusal)));
    }

    private void forward(RoutingContext ctx, Optional<JsonWebToken> token, Optional<LimitedBodyStream> body) {
        CallerKey caller = rates.caller(ctx, token);
        rates.limit(ctx, caller, () -> services.serviceFor(ctx.request()).ifPresentOrElse(
                service -> proxy.forward(ctx, service, caller, body),
                () -> ctx.fail(new ProblemException(CommonProblem.INVALID_PARAMETER,
                        List.of(Violation.at(ServiceSelector.PARAMETER, CommonProblem.INVALID_PARAMETER))))));
    }

    private static void notFound(RoutingContext ctx) {
        ctx.fail(ProblemException.notFound(ResourceType.PATH, ctx.request().path()));
    }

    private void fail(RoutingContext ctx) {
        // The rest of the body is discarded, so that the connection can take the next request.
        ctx.request().resume();
        problems.refuse(ctx.request(), refusal(ctx));
    }

    private static ProblemException refusal(RoutingContext ctx) {
        if (ctx.failure() instanceof ProblemException refusal) {
            return refusal;
        }
        // A status below 500 means that the framework refuses the request.
        if (ctx.failure() == null || ctx.statusCode() > 0 && ctx.statusCode() < 500) {
            return new ProblemException(CommonProblem.forStatus(ctx.statusCode()), ctx.request().path());
        }
        LOG.errorf(ctx.failure(), "A %s request failed", ctx.request().method());
        return new ProblemException(CommonProblem.INTERNAL_ERROR);
    }
}
