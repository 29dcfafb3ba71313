package vn.cchc.gateway.routing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.house.Fault;
import vn.cchc.house.HouseProblem;
import vn.cchc.house.Refusal;
import vn.cchc.house.WhoseService;

/** What stands behind the gateway, and who answers for which path. */
@Singleton
public class Services {

    private final Map<String, Service> byName = new TreeMap<>();
    private final RouteTable routes;

    Services(GatewayConfig config, Vertx vertx) {
        HttpClient client = client(config, vertx);
        config.services().forEach((name, service) -> byName.put(name,
                new Service(name, service.url(), client, config.connectTimeout().toMillis())));
        this.routes = new RouteTable(config.services().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, service -> service.getValue().paths())), config.shared());
    }

    private static HttpClient client(GatewayConfig config, Vertx vertx) {
        var options = new HttpClientOptions().setConnectTimeout((int) config.connectTimeout().toMillis())
                // Only a service that stops reading in the middle of a body comes to this; silence after it is seen before.
                .setIdleTimeout(2 * (int) config.responseTimeout().toSeconds() + 1);
        var pool = new PoolOptions().setHttp1MaxSize(config.connections());
        return vertx.httpClientBuilder().with(options).with(pool).build();
    }

    /** All of them, in the order of their names. */
    public Collection<Service> all() {
        return byName.values();
    }

    public RouteTable routes() {
        return routes;
    }

    /** Whether a service answers for a path, whichever it is. */
    boolean answer(String path) {
        return routes.isShared(path) || routes.serviceFor(path).isPresent();
    }

    /** @throws Refusal where every service has the path, and the request does not say whose is meant */
    Service answering(HttpServerRequest request) {
        return routes.serviceFor(request.path()).map(byName::get)
                .orElseGet(() -> named(request.getParam(WhoseService.PARAMETER, "")));
    }

    private Service named(String name) {
        if (!byName.containsKey(name)) {
            throw new Refusal(HouseProblem.INVALID_PARAMETER,
                    List.of(Fault.at(WhoseService.PARAMETER, HouseProblem.INVALID_PARAMETER)));
        }
        return byName.get(name);
    }
}
