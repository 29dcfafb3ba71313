package vn.cchc.system.faults;

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

import vn.cchc.system.faults.StoredState.Accepted;

/** Checks whether accepted figures reach the results, which needs the broker too. */
class Follower {

    private record Sent(Accepted figure, Instant at) {
    }

    private final GatewayClient gateway;
    private final Recovery recovery;
    private final Map<Accepted, Instant> sent = new ConcurrentHashMap<>();
    private final AtomicReference<Sent> latest = new AtomicReference<>();
    private final AtomicInteger arrived = new AtomicInteger();

    Follower(GatewayClient gateway, Recovery recovery) {
        this.gateway = gateway;
        this.recovery = recovery;
    }

    void sends(Accepted figure) {
        sent.put(figure, Instant.now());
    }

    void recordAcceptance(Accepted figure) {
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
        recovery.recordPropagation(next.at());
        arrived.incrementAndGet();
    }

    /** Waits for results whose consumer has not committed its offset yet, and will receive them again. */
    void awaitArrival() {
        int before = arrived.get();
        FaultTiming.await(() -> arrived.get() > before);
    }

    private boolean isThere(Accepted figure) {
        // 404 until there is a figure of the year.
        Reply results = gateway
                .answer(Call.get("/indicators/%s/results/%d?limit=200".formatted(figure.indicator(), figure.year()),
                        Personas.VIEWER.token()));
        return results.isDone() && results.body().contains(figure.figure().report().toString());
    }
}
