package vn.cchc.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Limits restarts: a component that ends three times within a minute is not started again. */
class RestartLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int LIMIT = 3;

    private final Deque<Instant> recent = new ArrayDeque<>();

    synchronized boolean tooMany(Instant now) {
        recent.addLast(now);
        recent.removeIf(death -> death.isBefore(now.minus(WINDOW)));
        return recent.size() >= LIMIT;
    }
}
