package vn.cchc.local;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work of a test beside other work, each in a thread of its own: on two cores the common pool has one, in which Java 25 does
 * one
 * thing after the other.
 */
public final class ConcurrentTasks {

    private ConcurrentTasks() {
    }

    public static <T> CompletableFuture<T> ask(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, ConcurrentTasks::start);
    }

    public static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, ConcurrentTasks::start);
    }

    private static void start(Runnable work) {
        new Thread(work, "at-once").start();
    }
}
