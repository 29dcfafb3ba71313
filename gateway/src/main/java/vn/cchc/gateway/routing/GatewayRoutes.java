package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import vn.cchc.rest.metrics.RequestRoutes;

/** The routes to the services by their prefixes, and the gateway's own paths. */
@Singleton
class GatewayRoutes implements RequestRoutes {

    private static final List<String> OWN_PATHS = List.of("/openapi", "/docs", "/api/v1/problems/gateway");

    private final UpstreamServices services;

    GatewayRoutes(UpstreamServices services) {
        this.services = services;
    }

    @Override
    public Optional<String> of(String path) {
        return services.routes().prefixOf(path).or(() -> ownPath(path)).map(prefix -> prefix + "/*");
    }

    private static Optional<String> ownPath(String path) {
        return OWN_PATHS.stream().filter(own -> path.equals(own) || path.startsWith(own + '/')).findFirst();
    }
}
