package vn.cchc.gateway.routing;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;

/** What every request crosses, before anybody asks where it leads. */
@Singleton
public class FilterChain {

    /** Before Quarkus' own limit of bodies, which refuses without a word. */
    public static final int FIRST = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 100;

    private final HeadTimeout headTimeout;
    private final SecurityHeaders securityHeaders;
    private final CrossOrigin crossOrigin;
    private final HeaderLimits headLimit;
    private final RequestBodySizeLimit bodyLimit;

    FilterChain(HeadTimeout headTimeout, SecurityHeaders securityHeaders, CrossOrigin crossOrigin, HeaderLimits headLimit,
            RequestBodySizeLimit bodyLimit) {
        this.headTimeout = headTimeout;
        this.securityHeaders = securityHeaders;
        this.crossOrigin = crossOrigin;
        this.headLimit = headLimit;
        this.bodyLimit = bodyLimit;
    }

    void lay(@Observes Router router) {
        router.route().order(FIRST).handler(headTimeout::note).handler(RequestId::ensure).handler(securityHeaders::promise);
        router.route().order(FIRST + 1).handler(headLimit::check).handler(bodyLimit::check).handler(crossOrigin::apply);
    }

    void lay(@Observes ManagementInterface management) {
        management.router().route().order(FIRST).handler(headTimeout::note);
    }
}
