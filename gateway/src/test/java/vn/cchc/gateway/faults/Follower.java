package vn.cchc.gateway.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import vn.cchc.gateway.faults.ExpectedState.Accepted;

/** Looks now and then whether what was just accepted has reached the results: that needs the broker too. */
class Follower {

    private record Sent(Accepted figure, Instant at) {
    }

    private final GatewayClient door;
    private final Recovery recovery;
    private final Map<Accepted, Instant> sent = new ConcurrentHashMap<>();
    private final AtomicReference<Sent> latest = new AtomicReference<>();
    private final AtomicInteger arrived = new AtomicInteger();

    Follower(GatewayClient door, Recovery recovery) {
        this.door = door;
        this.recovery = recovery;
    }

    void sends(Accepted figure) {
        sent.put(figure, Instant.now());
    }

    void accepted(Accepted figure) {
        latest.set(new Sent(figure, sent.remove(figure)));
    }

    void follow(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            await("an acceptance").pollInSameThread().pollInterval(200, MILLISECONDS).atMost(3, MINUTES)
                    .until(() -> latest.get() != null || !goesOn.getAsBoolean());
            Sent next = latest.getAndSet(null);
            if (next != null) {
                follow(next);
            }
        }
    }

    private void follow(Sent next) {
        await("the results follow " + next.figure()).pollInSameThread().pollDelay(Duration.ZERO)
                .pollInterval(200, MILLISECONDS).atMost(3, MINUTES).until(() -> isThere(next.figure()));
        recovery.followed(next.at());
        arrived.incrementAndGet();
    }

    /** Waits for results that arrived just now: their reader has not told Kafka yet how far it is, and will meet them again. */
    void awaitArrival() {
        int before = arrived.get();
        FaultTiming.await(() -> arrived.get() > before);
    }

    private boolean isThere(Accepted figure) {
        // 404 while nobody's figure of the year is there.
        Reply results = door.answer(Call.get("/indicators/%s/results/%d?limit=200".formatted(figure.indicator(), figure.year()),
                Personas.VIEWER.token()));
        return results.isDone() && results.body().contains(figure.figure().report().toString());
    }
}
