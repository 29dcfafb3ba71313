package vn.cchc.gateway.routing;

import java.net.URI;
import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** A service behind the gateway, and how to reach it. */
public final class UpstreamService {

    private final String name;
    private final HttpClient client;
    private final RequestOptions origin;
    private final ServiceTimeouts patience;
    private final Breaker breaker;

    UpstreamService(String name, URI url, HttpClient client, ServiceTimeouts patience, GatewayConfig.Breaker breaker) {
        if (url.getHost() == null || !url.getScheme().matches("https?") || !url.getPath().matches("/?")) {
            throw new IllegalArgumentException("A service is at http(s)://host:port, nothing behind: " + url);
        }
        boolean tls = url.getScheme().equals("https");
        this.name = name;
        this.client = client;
        this.patience = patience;
        this.breaker = new Breaker(name, breaker, this::sign);
        this.origin = new RequestOptions().setHost(url.getHost()).setSsl(tls).setPort(port(url, tls))
                .setConnectTimeout(patience.connecting().toMillis());
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

    ServiceTimeouts patience() {
        return patience;
    }

    Breaker breaker() {
        return breaker;
    }

    /** A request on a connection of its own; a refusal where none can be had in time. */
    public Future<HttpClientRequest> open(HttpMethod method, String uri) {
        return client.request(new RequestOptions(origin).setMethod(method).setURI(uri))
                .recover(unreachable -> Future.failedFuture(new ProblemException(CommonProblem.UNAVAILABLE)));
    }

    /** Comes with any answer: even one that says that it is unwell is not silence. */
    private Future<Void> sign(Duration within) {
        return open(HttpMethod.GET, "/q/health/live").compose(request -> request.idleTimeout(within.toMillis()).send())
                .mapEmpty();
    }
}
