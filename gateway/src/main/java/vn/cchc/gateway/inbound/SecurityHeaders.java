package vn.cchc.gateway.inbound;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;

/** Adds the security headers to every response, and removes those that name the software or describe a body that is absent. */
@Singleton
class SecurityHeaders {

    private static final List<String> BANNERS = List.of("Server", "X-Powered-By");
    private static final String NO_CONTENT_ALLOWED = "default-src 'none'; frame-ancestors 'none'";
    // Swagger UI sets styles inline, and has small images in its style sheet.
    private static final String DOCS_PAGE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The page on which citizens answer a survey.
    private static final String SURVEY_PAGE = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private final Optional<String> transportSecurity;

    SecurityHeaders(GatewayConfig config) {
        this.transportSecurity = config.strictTransportSecurity();
    }

    void apply(RoutingContext ctx) {
        // At the end, so that it replaces what a service has set.
        ctx.addHeadersEndHandler(sending -> complete(ctx));
        ctx.next();
    }

    private void complete(RoutingContext ctx) {
        String path = ctx.request().path();
        MultiMap headers = ctx.response().headers();
        BANNERS.forEach(headers::remove);
        headers.set("X-Content-Type-Options", "nosniff").set("X-Frame-Options", "DENY").set("Referrer-Policy", "no-referrer")
                .set("Content-Security-Policy", policy(path));
        transportSecurity.ifPresent(rule -> headers.set("Strict-Transport-Security", rule));
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (ctx.request().method() == HttpMethod.HEAD || hasNoBody(ctx.response())) {
            headers.remove(HttpHeaders.TRANSFER_ENCODING);
            // Quarkus' mark against compression, which only the compressor removes.
            if (headers.contains(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY, true)) {
                headers.remove(HttpHeaders.CONTENT_ENCODING);
            }
        }
    }

    private static String policy(String path) {
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return DOCS_PAGE;
        }
        return path.startsWith("/api/v1/surveys/") ? SURVEY_PAGE : NO_CONTENT_ALLOWED;
    }

    private static boolean hasNoBody(HttpServerResponse response) {
        return response.getStatusCode() == 204 || response.getStatusCode() == 304;
    }
}
