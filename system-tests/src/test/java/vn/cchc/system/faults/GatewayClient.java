package vn.cchc.system.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;

/** Calls the gateway at a steady rate, and repeats each call until its outcome is known. */
class GatewayClient {

    private static final int REQUESTS_PER_SECOND = 60;
    private static final int TIMEOUT_MINUTES = 3;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private final BlockingBucket pace = Bucket.builder()
            .addLimit(limit -> limit.capacity(REQUESTS_PER_SECOND / 4).refillGreedy(REQUESTS_PER_SECOND, Duration.ofSeconds(1)))
            .build().asBlocking();
    private final String api;
    private final Traffic traffic;
    private final Recovery recovery;

    GatewayClient(String gateway, Traffic traffic, Recovery recovery) {
        this.api = gateway + "/api/v1";
        this.traffic = traffic;
        this.recovery = recovery;
    }

    /** A call that must succeed. */
    Reply done(Call call) {
        return done(call, Set.of());
    }

    /** @param notYet refusals that end once an event of another service has been consumed */
    Reply done(Call call, Set<String> notYet) {
        pace(1);
        return requireDone(call,
                until(call, answer -> answer.isDefinite() && notYet.stream().noneMatch(answer.body()::contains)));
    }

    /** A read that must show a text, once an event of another service has been consumed. */
    Reply shown(Call call, String what) {
        pace(1);
        return until(call, answer -> answer.isDone() && answer.body().contains('"' + what + '"'));
    }

    /** A call that must succeed, and whose turn has already been awaited. */
    Reply doneAtOnce(Call call) {
        return requireDone(call, until(call, Reply::isDefinite));
    }

    Reply answer(Call call) {
        pace(1);
        return until(call, Reply::isDefinite);
    }

    private static Reply requireDone(Call call, Reply reply) {
        if (!reply.isDone()) {
            throw new AssertionError("%s %s: %d %s".formatted(call.method(), call.path(), reply.status(), reply.body()));
        }
        return reply;
    }

    /** Waits for the turn of one or several calls. */
    void pace(int calls) {
        try {
            pace.consume(calls);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Reply until(Call call, Predicate<Reply> enough) {
        Reply reply = await(call.method() + ' ' + call.path()).pollInSameThread().pollDelay(Duration.ZERO)
                .pollInterval(300, MILLISECONDS).atMost(TIMEOUT_MINUTES, MINUTES).until(() -> once(call), enough);
        traffic.decided(call, reply);
        return reply;
    }

    private Reply once(Call call) throws InterruptedException {
        Instant sent = Instant.now();
        try {
            HttpResponse<String> response = http.send(request(call), BodyHandlers.ofString());
            Reply reply = new Reply(response.statusCode(), response.body(), response.headers().firstValue("ETag").orElse(null));
            traffic.replied(call, reply, response.headers().firstValue("Retry-After").isPresent());
            if (reply.isDone()) {
                recovery.recordSuccess(call, sent);
            }
            return reply;
        } catch (IOException broken) {
            Reply none = new Reply(Reply.NONE, String.valueOf(broken), null);
            traffic.replied(call, none, false);
            return none;
        }
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(URI.create(api + call.path())).timeout(Duration.ofSeconds(20))
                .header("Accept-Language", "en").method(call.method(), body(call));
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        if (call.token() != null) {
            request.header("Authorization", "Bearer " + call.token());
        }
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key());
        }
        if (call.etag() != null) {
            request.header("If-Match", call.etag());
        }
        return request.build();
    }

    private static BodyPublisher body(Call call) {
        return call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body().encode());
    }
}
