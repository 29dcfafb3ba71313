package vn.cchc.gateway;

import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** An HTTP server in place of a service. It echoes requests, or misbehaves as the last segment of the path says. */
public final class StubService {

    /** The services' own limits. */
    private static final HttpServerOptions LIMITS = new HttpServerOptions().setMaxInitialLineLength(16_384)
            .setMaxHeaderSize(20_480);
    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    private final Vertx vertx;
    private final String service;
    private final Set<String> closed = new HashSet<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger disconnects = new AtomicInteger();
    private final AtomicInteger probes = new AtomicInteger();
    private final AtomicInteger probesNow = new AtomicInteger();
    private final AtomicInteger concurrentProbes = new AtomicInteger();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private volatile boolean probesUnanswered;
    private HttpServer server;
    private int port;

    StubService(Vertx vertx, String service) {
        this.vertx = vertx;
        this.service = service;
    }

    /** Starts on a free port, and again on the same one. */
    public void start() {
        server = vertx.createHttpServer(LIMITS).requestHandler(this::answer).listen(port, "localhost").toCompletionStage()
                .toCompletableFuture().join();
        port = server.actualPort();
    }

    public void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** The number of requests, without health probes. */
    int calls() {
        return calls.get();
    }

    /** The number of requests whose caller disconnected before the response was complete. */
    int disconnects() {
        return disconnects.get();
    }

    /** The number of health probes. */
    int probes() {
        return probes.get();
    }

    /** The greatest number of health probes at a time. */
    int concurrentProbes() {
        return concurrentProbes.get();
    }

    /** Until it is released. */
    void stopAnsweringProbes() {
        probesUnanswered = true;
    }

    /** Responds to held requests and to health probes again. */
    void release() {
        probesUnanswered = false;
        for (HttpServerRequest request = held.poll(); request != null; request = held.poll()) {
            HttpServerRequest free = request;
            vertx.runOnContext(now -> {
                describe(free);
                free.resume();
            });
        }
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals("/q/health/live")) {
            answerProbe(request);
            return;
        }
        calls.incrementAndGet();
        switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "openapi" -> request.response().sendFile("openapi/" + service + ".json");
            case "silent" -> request.resume().connection().closeHandler(gone -> disconnects.incrementAndGet());
            case "held" -> held.add(request.pause());
            case "deaf" -> request.pause();
            case "failing" -> request.response().setStatusCode(Integer.parseInt(request.getParam("status"))).end();
            case "closing" -> request.connection().close();
            case "refusing" ->
                request.response().setStatusCode(413).putHeader("Connection", "close").end("refused by the service");
            case "breaking-off" -> breakOff(request);
            case "closing-at-first" -> closeAtFirst(request);
            case "late" -> vertx.setTimer(1500, late -> request.response().end());
            case "boasting" -> request.response().putHeader("Server", "Boast/1").putHeader("X-Powered-By", "Boast")
                    .putHeader("Cache-Control", "private").putHeader("X-Frame-Options", "ALLOWALL").end();
            case "nothing" -> request.response().setStatusCode(204).end();
            case "compressed" -> request.response().putHeader("Content-Encoding", "gzip").end(Buffer.buffer("as it is"));
            case "unchanged" ->
                request.response().setStatusCode(304).putHeader("ETag", request.getHeader("If-None-Match")).end();
            case "marked" -> request.response().putHeader("Content-Encoding", "identity").end("plain");
            case "large" -> {
                request.connection().closeHandler(gone -> disconnects.incrementAndGet());
                sendChunks(chunked(request), Integer.parseInt(request.getParam("chunks")));
            }
            default -> describe(request);
        }
    }

    /** As an unhealthy but reachable service. */
    private void answerProbe(HttpServerRequest request) {
        probes.incrementAndGet();
        if (!probesUnanswered) {
            request.response().setStatusCode(503).end();
            return;
        }
        concurrentProbes.accumulateAndGet(probesNow.incrementAndGet(), Math::max);
        request.connection().closeHandler(gone -> probesNow.decrementAndGet());
    }

    private void closeAtFirst(HttpServerRequest request) {
        if (closed.add(request.query())) {
            request.connection().close();
            return;
        }
        describe(request);
    }

    private static void breakOff(HttpServerRequest request) {
        request.response().setChunked(true).write(CHUNK).onSuccess(written -> request.connection().close());
    }

    private static HttpServerRequest chunked(HttpServerRequest request) {
        request.response().setChunked(true);
        return request;
    }

    private static void sendChunks(HttpServerRequest request, int left) {
        if (left == 0) {
            request.response().end();
            return;
        }
        request.response().write(CHUNK).onSuccess(written -> sendChunks(request, left - 1));
    }

    private void describe(HttpServerRequest request) {
        Map<String, Object> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.merge(name.toLowerCase(), value, (one, two) -> one + "|" + two));
        request.body().onSuccess(body -> request.response().putHeader("Content-Type", "application/json")
                .putHeader("ETag", "\"7\"")
                .end(new JsonObject().put("service", service).put("method", request.method().name())
                        .put("uri", request.uri()).put("headers", new JsonObject(headers)).put("bytes", body.length())
                        .toBuffer()));
    }
}
