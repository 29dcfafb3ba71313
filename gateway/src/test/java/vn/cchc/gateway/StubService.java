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

/** An HTTP server in the place of a service: it says what it was asked, and misbehaves where the path says so. */
public final class StubService {

    /** As the services have them. */
    private static final HttpServerOptions LIMITS = new HttpServerOptions().setMaxInitialLineLength(16_384)
            .setMaxHeaderSize(20_480);
    private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

    private final Vertx vertx;
    private final String service;
    private final Set<String> closed = new HashSet<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger triesNow = new AtomicInteger();
    private final AtomicInteger triesAtOnce = new AtomicInteger();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private volatile boolean mute;
    private HttpServer server;
    private int port;

    StubService(Vertx vertx, String service) {
        this.vertx = vertx;
        this.service = service;
    }

    /** On a free port; when started again, on the same one. */
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

    /** How many requests have come, those for a sign of life aside. */
    int asked() {
        return asked.get();
    }

    /** How many of those to which nothing was said were given up. */
    int left() {
        return left.get();
    }

    /** How many times it was asked for a sign of life. */
    int tries() {
        return tries.get();
    }

    /** How many of those were waiting for it at the same time, at most. */
    int triesAtOnce() {
        return triesAtOnce.get();
    }

    /** It gives no sign of life any more, until it is released. */
    void fallSilent() {
        mute = true;
    }

    /** Answers what was held back. */
    void release() {
        mute = false;
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
            giveSign(request);
            return;
        }
        asked.incrementAndGet();
        switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "openapi" -> request.response().sendFile("openapi/" + service + ".json");
            case "silent" -> request.resume().connection().closeHandler(gone -> left.incrementAndGet());
            case "held" -> held.add(request.pause());
            case "deaf" -> request.pause();
            case "failing" -> request.response().setStatusCode(Integer.parseInt(request.getParam("status"))).end();
            case "closing" -> request.connection().close();
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
                request.connection().closeHandler(gone -> left.incrementAndGet());
                sendChunks(chunked(request), Integer.parseInt(request.getParam("chunks")));
            }
            default -> describe(request);
        }
    }

    /** As one that is not well, but there. */
    private void giveSign(HttpServerRequest request) {
        tries.incrementAndGet();
        if (!mute) {
            request.response().setStatusCode(503).end();
            return;
        }
        triesAtOnce.accumulateAndGet(triesNow.incrementAndGet(), Math::max);
        request.connection().closeHandler(gone -> triesNow.decrementAndGet());
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
