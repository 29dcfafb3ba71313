package vn.cchc.system.rolling;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import vn.cchc.system.faults.Call;
import vn.cchc.system.faults.Reply;

/** Requests at a steady rate on connections that are kept alive, none of which is ever repeated. */
final class Load implements AutoCloseable {

    private static final int REQUESTS_PER_SECOND = 60;

    /** What one user does again and again. */
    interface User {
        void act(int time);
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingBucket pace = Bucket.builder()
            .addLimit(limit -> limit.capacity(5).refillGreedy(REQUESTS_PER_SECOND, Duration.ofSeconds(1))).build().asBlocking();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Void>> users = new ArrayList<>();
    private final HttpClient http;
    private final int gateway;
    private volatile boolean goesOn = true;

    Load(Vertx vertx, int gateway) {
        this.http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(32));
        this.gateway = gateway;
    }

    void begin(User user) {
        users.add(CompletableFuture.runAsync(() -> {
            for (int time = 0; goesOn; time++) {
                user.act(time);
            }
        }, threads));
    }

    void end() {
        goesOn = false;
        users.forEach(CompletableFuture::join);
    }

    /** A failed call counts, and its user goes on with an empty reply. */
    Reply send(Call call) {
        pace.consumeUninterruptibly(1);
        Instant sent = Instant.now();
        Reply reply = sendOnce(call);
        slowest.accumulateAndGet(Duration.between(sent, Instant.now()).toMillis(), Math::max);
        (call.method().equals("GET") ? reads : writes).incrementAndGet();
        if (!reply.isDone()) {
            failures.add("%s %s %s: %d %s".formatted(sent, call.method(), call.path(), reply.status(), reply.body()));
        }
        return reply;
    }

    /** A call that is not part of the load. */
    Reply sendOnce(Call call) {
        try {
            return http.request(HttpMethod.valueOf(call.method()), gateway, "localhost", "/api/v1" + call.path())
                    .compose(request -> send(call, request)).compose(Load::read).toCompletionStage().toCompletableFuture()
                    .orTimeout(60, SECONDS).join();
        } catch (CompletionException broken) {
            return new Reply(Reply.NONE, String.valueOf(broken.getCause()), null);
        }
    }

    private static Future<HttpClientResponse> send(Call call, HttpClientRequest request) {
        if (call.token() != null) {
            request.putHeader("Authorization", "Bearer " + call.token());
        }
        if (call.key() != null) {
            request.putHeader("Idempotency-Key", call.key());
        }
        if (call.etag() != null) {
            request.putHeader("If-Match", call.etag());
        }
        if (call.body() == null) {
            return request.send();
        }
        return request.putHeader("Content-Type", "application/json").send(call.body().toBuffer());
    }

    private static Future<Reply> read(HttpClientResponse response) {
        return response.body().map(body -> new Reply(response.statusCode(), body.toString(), response.getHeader("ETag")));
    }

    int requests() {
        return reads() + writes();
    }

    int reads() {
        return reads.get();
    }

    int writes() {
        return writes.get();
    }

    Duration slowest() {
        return Duration.ofMillis(slowest.get());
    }

    Queue<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
