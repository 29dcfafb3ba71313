package vn.cchc.gateway.inbound;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import vn.cchc.gateway.GatewayConfig;

/** Allows the configured origins to call the API from a browser. */
@Singleton
class CrossOrigin {

    private final List<String> origins;
    private final CorsHandler cors;

    CrossOrigin(GatewayConfig config) {
        this.origins = config.corsOrigins().orElse(List.of());
        this.cors = CorsHandler.create().addOrigins(origins)
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH,
                        HttpMethod.DELETE))
                .allowedHeaders(Set.of("Authorization", "Content-Type", "Accept-Language", "Idempotency-Key", "If-Match",
                        "If-None-Match", "X-Request-Id"))
                .exposedHeaders(
                        Set.of("ETag", "Idempotency-Replayed", "Link", "Location", "RateLimit", "RateLimit-Policy",
                                "Retry-After", "X-Request-Id"));
    }

    void apply(RoutingContext ctx) {
        if (origins.isEmpty()) {
            ctx.next();
            return;
        }
        cors.handle(ctx);
    }
}
