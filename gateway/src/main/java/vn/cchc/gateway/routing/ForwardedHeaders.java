package vn.cchc.gateway.routing;

import java.util.List;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;

/** The address and the host of a request, as the gateway sees them. What the caller says about them is dropped. */
final class ForwardedHeaders {

    private static final List<String> SET_BY_CALLER = List.of("forwarded", "x-real-ip");

    private static final String PREFIX = "x-forwarded-";

    private ForwardedHeaders() {
    }

    static void set(ProxyRequest request) {
        HttpServerRequest inbound = request.proxiedRequest();
        for (String name : inbound.headers().names()) {
            if (isForwarded(name)) {
                request.headers().remove(name);
            }
        }
        request.putHeader("X-Forwarded-For", inbound.remoteAddress().hostAddress());
        request.putHeader("X-Forwarded-Proto", inbound.scheme());
        if (inbound.authority() != null) {
            request.putHeader("X-Forwarded-Host", inbound.authority().toString());
            // So that the links of a service, such as Location, lead to the gateway.
            request.setAuthority(inbound.authority());
        }
    }

    private static boolean isForwarded(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                || SET_BY_CALLER.stream().anyMatch(header::equalsIgnoreCase);
    }
}
