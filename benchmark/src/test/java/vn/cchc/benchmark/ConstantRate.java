package vn.cchc.benchmark;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Sends GET requests at a constant rate, whether or not earlier ones are answered. A latency is counted from the moment
 * at which the request was due to the end of its reply, so that a slow reply makes no later one look fast (no
 * coordinated omission).
 */
final class ConstantRate implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final int TIMEOUT_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    private final Context loop = vertx.getOrCreateContext();
    private final HttpClient client = vertx
            .createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setKeepAliveTimeout(TIMEOUT_SECONDS));

    /** @return the latencies in microseconds */
    Histogram run(Target target, double requestsPerSecond, int seconds) throws InterruptedException {
        Histogram latencies = new ConcurrentHistogram(3);
        int requests = (int) (requestsPerSecond * seconds);
        CountDownLatch open = new CountDownLatch(requests);
        AtomicInteger failed = new AtomicInteger();
        RequestOptions options = new RequestOptions().setAbsoluteURI(target.address()).setMethod(HttpMethod.GET);
        target.headers().forEach(options::putHeader);
        long begun = System.nanoTime();
        for (int request = 0; request < requests; request++) {
            long due = begun + (long) (request * 1e9 / requestsPerSecond);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            loop.runOnContext(now -> send(options).onComplete(reply -> {
                latencies.recordValue((System.nanoTime() - due) / 1_000);
                if (reply.failed()) {
                    failed.incrementAndGet();
                }
                open.countDown();
            }));
        }
        if (!open.await(TIMEOUT_SECONDS, SECONDS) || failed.get() > 0) {
            throw new IllegalStateException("%s: %d requests of %d failed, %d are not answered".formatted(target.address(),
                    failed.get(), requests, open.getCount()));
        }
        return latencies;
    }

    private Future<Void> send(RequestOptions options) {
        return client.request(options).compose(request -> request.send()).compose(ConstantRate::read);
    }

    private static Future<Void> read(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("status " + response.statusCode());
        }
        return response.end();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
