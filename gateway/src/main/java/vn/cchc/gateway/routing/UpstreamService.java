package vn.cchc.gateway.routing;

import java.net.URI;
import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.limits.ConnectionLimit;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** A service behind the gateway, and the connections to it. */
public final class UpstreamService {

    private final String name;
    private final HttpClient client;
    private final RequestOptions origin;
    private final ServiceTimeouts timeouts;
    private final ByPath<ConnectionLimit> connectionsPerCaller;
    private final Breaker breaker;

    UpstreamService(String name, URI url, HttpClient client, ServiceTimeouts timeouts,
            ByPath<ConnectionLimit> connectionsPerCaller, GatewayConfig.Breaker breaker) {
        if (url.getHost() == null || !url.getScheme().matches("https?") || !url.getPath().matches("/?")) {
            throw new IllegalArgumentException("The URL of a service is http(s)://host:port without a path: " + url);
        }
        boolean tls = url.getScheme().equals("https");
        this.name = name;
        this.client = client;
        this.timeouts = timeouts;
        this.connectionsPerCaller = connectionsPerCaller;
        this.breaker = new Breaker(name, breaker, this::probe);
        this.origin = new RequestOptions().setHost(url.getHost()).setSsl(tls).setPort(port(url, tls))
                .setConnectTimeout(timeouts.connecting().toMillis());
    }

    private static int port(URI url, boolean tls) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return tls ? 443 : 80;
    }

    public String name() {
        return name;
    }

    HttpClient client() {
        return client;
    }

    ServiceTimeouts timeouts() {
        return timeouts;
    }

    Breaker breaker() {
        return breaker;
    }

    /** Completed when the caller may open one more connection for a path; it must be released. */
    Future<Void> acquire(String path, String caller) {
        return connectionsPerCaller.forPath(path).acquire(caller);
    }

    void release(String path, String caller) {
        connectionsPerCaller.forPath(path).release(caller);
    }

    /** A request on a connection of its own; fails as unavailable if there is none in time. */
    public Future<HttpClientRequest> open(HttpMethod method, String uri) {
        return client.request(new RequestOptions(origin).setMethod(method).setURI(uri))
                .recover(unreachable -> Future.failedFuture(new ProblemException(CommonProblem.UNAVAILABLE)));
    }

    /** Succeeds with any response: a service that reports itself unhealthy is reachable all the same. */
    private Future<Void> probe(Duration timeout) {
        return open(HttpMethod.GET, "/q/health/live").compose(request -> request.idleTimeout(timeout.toMillis()).send())
                .mapEmpty();
    }
}
