package vn.cchc.gateway.inbound;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.problem.GatewayProblem;
import vn.cchc.rest.http.MalformedHead;
import vn.cchc.rest.http.RequestTarget;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

/** The filters that every request passes before it is routed. */
@Singleton
public class FilterChain {

    /** Before Quarkus' own limit of bodies, which refuses without a problem. */
    public static final int FIRST = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 100;

    private final HeadTimeout headTimeout;
    private final SecurityHeaders securityHeaders;
    private final CrossOrigin crossOrigin;
    private final HeaderLimits headerLimits;
    private final RequestBodySizeLimit bodyLimit;

    FilterChain(HeadTimeout headTimeout, SecurityHeaders securityHeaders, CrossOrigin crossOrigin, HeaderLimits headerLimits,
            RequestBodySizeLimit bodyLimit) {
        this.headTimeout = headTimeout;
        this.securityHeaders = securityHeaders;
        this.crossOrigin = crossOrigin;
        this.headerLimits = headerLimits;
        this.bodyLimit = bodyLimit;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(headTimeout::note).handler(RequestId::ensure).handler(securityHeaders::apply);
        router.route().order(FIRST + 1).handler(headerLimits::check).handler(this::refuseMalformedHead)
                .handler(FilterChain::refuseAlias).handler(ConnectionOptions::apply).handler(bodyLimit::check)
                .handler(crossOrigin::apply);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(FIRST).handler(headTimeout::note).handler(this::refuseMalformedHead);
    }

    private void refuseMalformedHead(RoutingContext ctx) {
        if (ctx.request().decoderResult() instanceof MalformedHead malformed) {
            ctx.fail(refusal(malformed));
            return;
        }
        ctx.next();
    }

    private static void refuseAlias(RoutingContext ctx) {
        String path = ctx.request().path();
        if (RequestTarget.isAlias(path)) {
            ctx.fail(ProblemException.notFound(ResourceType.PATH, path));
            return;
        }
        ctx.next();
    }

    private ProblemException refusal(MalformedHead malformed) {
        if (malformed.reason() instanceof TooLongHttpLineException) {
            return headerLimits.urlTooLong();
        }
        if (malformed.reason() instanceof TooLongHttpHeaderException) {
            return new ProblemException(GatewayProblem.HEADERS_TOO_LARGE);
        }
        return malformed.problem();
    }
}
