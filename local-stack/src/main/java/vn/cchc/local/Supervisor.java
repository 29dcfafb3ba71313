package vn.cchc.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Starts the components in order, restarts those that end, and stops them in the opposite order. */
class Supervisor {

    /** An action that may wait for a process. */
    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    // A thread each: a step may take a minute, and there are never more than parts.
    private static final Executor THREADS = step -> {
        Thread thread = new Thread(step);
        thread.setDaemon(true);
        thread.start();
    };

    private final List<List<Component>> stages;
    private final int restartLimit;
    private final Console console;
    private final Map<Component, RestartLimit> exits = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile boolean stopping;

    /**
     * @param stages what starts together, stage after stage
     * @param restartLimit how many ends of a component within a minute stop the run
     */
    Supervisor(List<List<Component>> stages, int restartLimit, Console console) {
        this.restartLimit = restartLimit;
        this.stages = List.copyOf(stages);
        this.console = console;
    }

    void start() {
        for (List<Component> stage : stages) {
            together(stage, this::start);
        }
    }

    /** Waits until the stack cannot continue, and throws the reason. */
    void awaitFailure() {
        unwrapped(failure);
    }

    boolean isStopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
        List<List<Component>> backwards = new ArrayList<>(stages);
        Collections.reverse(backwards);
        for (List<Component> stage : backwards) {
            together(stage, this::stop);
        }
    }

    // The others are stopped whatever happens.
    private void stop(Component part) {
        try {
            attempt(part, part::stop);
        } catch (RuntimeException e) {
            console.trouble(e.getMessage());
        }
    }

    private static void together(List<Component> parts, Consumer<Component> action) {
        List<CompletableFuture<Void>> each = parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> action.accept(part), THREADS)).toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(each.toArray(CompletableFuture<?>[]::new));
        // A failure is reported at once.
        each.forEach(one -> one.exceptionally(reason -> {
            all.completeExceptionally(reason);
            return null;
        }));
        unwrapped(all);
    }

    private static void unwrapped(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ComponentFailure failed ? failed : e;
        }
    }

    private void start(Component part) {
        Instant begin = Instant.now();
        attempt(part, part::start);
        console.ready(part, Duration.between(begin, Instant.now()));
        part.ended().thenRunAsync(() -> restart(part, part.name() + " " + part.exitMessage()), THREADS);
    }

    private void restart(Component part, String exit) {
        if (stopping) {
            return;
        }
        if (exits.computeIfAbsent(part, any -> new RestartLimit(restartLimit)).tooMany(Instant.now())) {
            failure.completeExceptionally(
                    new ComponentFailure(
                            part.name() + " ended %d times within a minute; the last time %s".formatted(restartLimit, exit)));
            return;
        }
        console.trouble(exit + "; it is started again");
        try {
            start(part);
        } catch (ComponentFailure e) {
            restart(part, e.getMessage());
        }
    }

    private static void attempt(Component part, Action action) {
        try {
            action.run();
        } catch (ComponentFailure e) {
            throw new ComponentFailure(part.name() + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ComponentFailure(part.name() + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
