package vn.cchc.gateway.routing;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.problem.ProblemReplies;
import vn.cchc.house.HouseProblem;
import vn.cchc.house.Refusal;

/** Where requests come in: each goes to the service that answers for its path, or is refused. */
@Singleton
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private final Services services;
    private final TokenCheck tokens;
    private final ProblemReplies problems;
    private final BodyLimit limit;
    private final Map<Service, ServiceProxy> proxies;

    Door(Services services, TokenCheck tokens, ProblemReplies problems, BodyLimit limit, GatewayConfig config) {
        this.services = services;
        this.tokens = tokens;
        this.problems = problems;
        this.limit = limit;
        this.proxies = services.all().stream().collect(Collectors.toMap(Function.identity(),
                service -> new ServiceProxy(service, config.responseTimeout(), problems)));
    }

    void open(@Observes Router router) {
        // Before Quarkus' own limit, which refuses without a word.
        int first = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;
        router.route().order(first - 1).handler(RequestId::ensure).failureHandler(this::fail);
        router.route().order(first).handler(limit::check);
        router.route("/api/v1/*").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(this::enter);
        router.route().last().handler(ctx -> ctx.fail(Refusal.notFound("path", ctx.request().path())));
    }

    /** What no service answers for may still be a page of the gateway's own. */
    private void enter(RoutingContext ctx) {
        if (!services.answer(ctx.request().path())) {
            ctx.next();
            return;
        }
        // The body stays where it is until the service takes it.
        ctx.request().pause();
        tokens.pass(ctx).map(known -> proxies.get(services.answering(ctx.request())))
                .subscribe().with(proxy -> proxy.pass(ctx.request()), ctx::fail);
    }

    private void fail(RoutingContext ctx) {
        // What is left of the body is let go, so that the connection can take the next request.
        ctx.request().resume();
        problems.refuse(ctx.request(), refusal(ctx));
    }

    private static Refusal refusal(RoutingContext ctx) {
        if (ctx.failure() instanceof Refusal refusal) {
            return refusal;
        }
        if (ctx.failure() == null) {
            return new Refusal(HouseProblem.forStatus(ctx.statusCode()), ctx.request().path());
        }
        LOG.errorf(ctx.failure(), "%s %s failed", ctx.request().method(), ctx.request().path());
        return new Refusal(HouseProblem.INTERNAL_ERROR);
    }
}
