package vn.cchc.local;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs tasks of a test concurrently, each in a thread of its own. On two cores the common pool has one thread, in which Java 25
 * runs the tasks one after the other.
 */
public final class ConcurrentTasks {

    private ConcurrentTasks() {
    }

    public static <T> CompletableFuture<T> supply(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, ConcurrentTasks::start);
    }

    public static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, ConcurrentTasks::start);
    }

    private static void start(Runnable work) {
        new Thread(work, "concurrent-task").start();
    }
}
