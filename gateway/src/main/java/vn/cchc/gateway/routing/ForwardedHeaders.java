package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Locale;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;

/** Who asked, for what host, as the gateway itself saw it: what a caller says about that is dropped. */
final class ForwardedHeaders {

    private static final List<String> CLAIMS = List.of("forwarded", "x-real-ip");

    private ForwardedHeaders() {
    }

    static void mark(ProxyRequest request) {
        HttpServerRequest inbound = request.proxiedRequest();
        inbound.headers().names().stream().filter(ForwardedHeaders::isClaim).forEach(request.headers()::remove);
        request.putHeader("X-Forwarded-For", inbound.remoteAddress().hostAddress());
        request.putHeader("X-Forwarded-Proto", inbound.scheme());
        if (inbound.authority() != null) {
            request.putHeader("X-Forwarded-Host", inbound.authority().toString());
            // So that the links that a service makes, such as Location, lead back to this door.
            request.setAuthority(inbound.authority());
        }
    }

    private static boolean isClaim(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.startsWith("x-forwarded-") || CLAIMS.contains(name);
    }
}
