package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;

/** What every answer tells a browser not to do with it, and what no answer tells about the programs behind it. */
@Singleton
class SecurityHeaders {

    private static final List<String> BANNERS = List.of("Server", "X-Powered-By");
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    // The page sets styles in place, and carries small images in its style sheet.
    private static final String OWN_PAGE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Optional<String> transportSecurity;

    SecurityHeaders(GatewayConfig config) {
        this.transportSecurity = config.strictTransportSecurity();
    }

    void promise(RoutingContext ctx) {
        // At the end, in the place of what a service says.
        ctx.addHeadersEndHandler(sending -> complete(ctx.response().headers(), ctx.request().path()));
        ctx.next();
    }

    private void complete(MultiMap headers, String path) {
        BANNERS.forEach(headers::remove);
        headers.set("X-Content-Type-Options", "nosniff").set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Content-Security-Policy",
                        path.equals("/docs") || path.startsWith("/docs/") ? OWN_PAGE : NOTHING);
        transportSecurity.ifPresent(rule -> headers.set("Strict-Transport-Security", rule));
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
