package vn.cchc.system.capacity;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import vn.cchc.local.ConcurrentTasks;

/** Watches how the answers of a campaign grow, and the longest time in which they did not. */
final class AnswerProgress implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Callable<Long> count;
    private final CompletableFuture<Void> watching;
    private volatile boolean ending;
    private volatile long answers;
    private volatile long longestPauseNanos;

    AnswerProgress(Callable<Long> count) {
        this.count = count;
        this.watching = ConcurrentTasks.run(this::watch);
    }

    private void watch() {
        try {
            long first = count.call();
            long latest = first;
            long since = System.nanoTime();
            while (!ending) {
                Thread.sleep(POLL.toMillis());
                long now = count.call();
                longestPauseNanos = Math.max(longestPauseNanos, System.nanoTime() - since);
                if (now > latest) {
                    latest = now;
                    answers = latest - first;
                    since = System.nanoTime();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    long answers() {
        return answers;
    }

    long longestPauseMillis() {
        return longestPauseNanos / 1_000_000;
    }

    @Override
    public void close() {
        ending = true;
        watching.join();
    }
}
