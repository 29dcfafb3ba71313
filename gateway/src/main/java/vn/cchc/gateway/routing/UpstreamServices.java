package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.limits.ConnectionLimit;
import vn.cchc.rest.input.ServiceSelector;

/** The services behind the gateway, and the paths that they serve. */
@Singleton
public class UpstreamServices {

    private final Map<String, UpstreamService> byName = new TreeMap<>();
    private final RouteTable routes;

    UpstreamServices(GatewayConfig config, Vertx vertx) {
        HttpClient client = client(config, vertx);
        config.services().forEach((name, service) -> byName.put(name, new UpstreamService(name, service.url(), client,
                timeouts(service, config), connectionsPerCaller(service, config, vertx), config.breaker())));
        this.routes = new RouteTable(config.services().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, service -> service.getValue().paths())), config.shared());
    }

    private static ServiceTimeouts timeouts(GatewayConfig.UpstreamService service, GatewayConfig config) {
        return new ServiceTimeouts(config.connectTimeout(), service.responseTimeout().orElse(config.responseTimeout()),
                service.responseTimeouts());
    }

    private static ByPath<ConnectionLimit> connectionsPerCaller(GatewayConfig.UpstreamService service, GatewayConfig config,
            Vertx vertx) {
        return new ByPath<>(limit(config.connectionsPerCaller(), config, vertx),
                service.connectionsPerCaller().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, path -> limit(path.getValue(), config, vertx))));
    }

    private static ConnectionLimit limit(int connections, GatewayConfig config, Vertx vertx) {
        return new ConnectionLimit(connections, config.connectTimeout(), vertx);
    }

    private static HttpClient client(GatewayConfig config, Vertx vertx) {
        var options = new HttpClientOptions().setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                // Applies only when a service stops reading in the middle of a body; other timeouts are shorter.
                .setIdleTimeout(2 * (int) longestTimeout(config).toSeconds() + 1);
        var pool = new PoolOptions().setHttp1MaxSize(config.connections());
        return vertx.httpClientBuilder().with(options).with(pool).build();
    }

    private static Duration longestTimeout(GatewayConfig config) {
        return config.services().values().stream().map(service -> timeouts(service, config).longest())
                .max(Comparator.naturalOrder()).orElse(config.responseTimeout());
    }

    void stop(@Observes ShutdownEvent stopped) {
        byName.values().forEach(service -> service.breaker().stop());
    }

    /** In the order of their names. */
    public Collection<UpstreamService> all() {
        return byName.values();
    }

    public RouteTable routes() {
        return routes;
    }

    /** Whether any service serves a path. */
    boolean serve(String path) {
        return routes.isShared(path) || routes.serviceFor(path).isPresent();
    }

    /** The service of a request; empty if every service has the path, and the request does not name one. */
    Optional<UpstreamService> serviceFor(HttpServerRequest request) {
        String named = request.getParam(ServiceSelector.PARAMETER, "");
        return Optional.ofNullable(byName.get(routes.serviceFor(request.path()).orElse(named)));
    }
}
