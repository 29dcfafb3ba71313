package vn.cchc.system.rolling;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;

/**
 * Like a Service of Kubernetes: new connections go to the replicas that are ready, and open ones stay where they are. It sees
 * a replica that is not ready as late as the probes of {@code k8s/base} do.
 */
final class Balancer {

    private static final Duration PROBE_PERIOD = Duration.ofSeconds(2);
    private static final int PROBE_FAILURES = 2;

    private static final class Endpoint {

        private final int port;
        private final int healthPort;
        private final CompletableFuture<Void> ready = new CompletableFuture<>();
        private volatile int failures = PROBE_FAILURES;

        Endpoint(int port, int healthPort) {
            this.port = port;
            this.healthPort = healthPort;
        }

        boolean isReady() {
            return failures < PROBE_FAILURES;
        }
    }

    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final NetClient connections;
    private final HttpClient probes;
    private final int port;

    Balancer(Vertx vertx) {
        this.connections = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        this.probes = vertx.createHttpClient();
        this.port = vertx.createNetServer().connectHandler(this::connect).listen(0, "localhost").toCompletionStage()
                .toCompletableFuture().join().actualPort();
        vertx.setPeriodic(PROBE_PERIOD.toMillis(), now -> endpoints.forEach(this::probe));
    }

    int port() {
        return port;
    }

    void add(int replica, int healthPort) {
        endpoints.add(new Endpoint(replica, healthPort));
    }

    void awaitReady(int replica) {
        endpoint(replica).ready.orTimeout(10, MINUTES).join();
    }

    void remove(int replica) {
        endpoints.remove(endpoint(replica));
    }

    private Endpoint endpoint(int replica) {
        return endpoints.stream().filter(each -> each.port == replica).findAny().orElseThrow();
    }

    private void probe(Endpoint endpoint) {
        probes.request(HttpMethod.GET, endpoint.healthPort, "localhost", "/q/health/ready")
                .compose(request -> request.idleTimeout(SECONDS.toMillis(5)).send())
                .compose(response -> response.statusCode() == 200 ? Future.succeededFuture()
                        : Future.failedFuture("not ready"))
                .onSuccess(up -> {
                    endpoint.failures = 0;
                    endpoint.ready.complete(null);
                }).onFailure(down -> endpoint.failures++);
    }

    private void connect(NetSocket caller) {
        List<Endpoint> ready = endpoints.stream().filter(Endpoint::isReady).toList();
        if (ready.isEmpty()) {
            caller.close();
            return;
        }
        caller.pause();
        connections.connect(ready.get(Math.floorMod(turn.getAndIncrement(), ready.size())).port, "localhost")
                .onFailure(refused -> caller.close()).onSuccess(replica -> {
                    caller.pipeTo(replica);
                    replica.pipeTo(caller);
                });
    }
}
