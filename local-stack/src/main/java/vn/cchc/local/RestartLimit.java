package vn.cchc.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Limits restarts: a component that ends too often within a minute is not started again. */
class RestartLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int limit;
    private final Deque<Instant> recent = new ArrayDeque<>();

    RestartLimit(int limit) {
        this.limit = limit;
    }

    synchronized boolean tooMany(Instant now) {
        recent.addLast(now);
        recent.removeIf(exit -> exit.isBefore(now.minus(WINDOW)));
        return recent.size() >= limit;
    }
}
