package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.ServiceSelector;

/** What stands behind the gateway, and who answers for which path. */
@Singleton
public class UpstreamServices {

    private final Map<String, UpstreamService> byName = new TreeMap<>();
    private final RouteTable routes;

    UpstreamServices(GatewayConfig config, Vertx vertx) {
        HttpClient client = client(config, vertx);
        config.services().forEach((name, service) -> byName.put(name, new UpstreamService(name, service.url(), client,
                patience(service, config), config.breaker())));
        this.routes = new RouteTable(config.services().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, service -> service.getValue().paths())), config.shared());
    }

    private static ServiceTimeouts patience(GatewayConfig.UpstreamService service, GatewayConfig config) {
        return new ServiceTimeouts(config.connectTimeout(), service.responseTimeout().orElse(config.responseTimeout()),
                service.responseTimeouts());
    }

    private static HttpClient client(GatewayConfig config, Vertx vertx) {
        var options = new HttpClientOptions().setConnectTimeout((int) config.connectTimeout().toMillis())
                // Only a service that stops reading in the middle of a body comes to this; silence after it is seen before.
                .setIdleTimeout(2 * (int) longestSilence(config).toSeconds() + 1);
        var pool = new PoolOptions().setHttp1MaxSize(config.connections());
        return vertx.httpClientBuilder().with(options).with(pool).build();
    }

    private static Duration longestSilence(GatewayConfig config) {
        return config.services().values().stream().map(service -> patience(service, config))
                .flatMap(patience -> Stream.concat(Stream.of(patience.usual()), patience.below().values().stream()))
                .max(Comparator.naturalOrder()).orElse(config.responseTimeout());
    }

    void stop(@Observes ShutdownEvent stopped) {
        byName.values().forEach(service -> service.breaker().stop());
    }

    /** All of them, in the order of their names. */
    public Collection<UpstreamService> all() {
        return byName.values();
    }

    public RouteTable routes() {
        return routes;
    }

    /** Whether a service answers for a path, whichever it is. */
    boolean answer(String path) {
        return routes.isShared(path) || routes.serviceFor(path).isPresent();
    }

    /** Which one; nobody where every service has the path, and the request does not say whose is meant. */
    Optional<UpstreamService> answering(HttpServerRequest request) {
        String whose = request.getParam(ServiceSelector.PARAMETER, "");
        return Optional.ofNullable(byName.get(routes.serviceFor(request.path()).orElse(whose)));
    }
}
