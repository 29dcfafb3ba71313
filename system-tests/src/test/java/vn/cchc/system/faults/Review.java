package vn.cchc.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import vn.cchc.system.faults.StoredState.Accepted;

/** Accepts submitted reports in batches, so that a fault interrupts several acceptances at once. */
class Review {

    private static final int BATCH_SIZE = 8;
    private static final int CONCURRENT = 6;

    private record Submitted(Accepted figure, Call acceptance) {
    }

    private final Executor reviewers = Executors.newCachedThreadPool();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Submitted> batch = new ArrayList<>();
    private final GatewayClient gateway;
    private final AcceptedCalls acceptedCalls;
    private final Follower follower;

    Review(GatewayClient gateway, AcceptedCalls acceptedCalls, Follower follower) {
        this.gateway = gateway;
        this.acceptedCalls = acceptedCalls;
        this.follower = follower;
    }

    void add(Accepted figure, Reply submitted) {
        String path = "/reports/" + figure.figure().report() + "/acceptance";
        acceptAll(addToBatch(new Submitted(figure, Call.step(path, Personas.REVIEWER.token()).after(submitted))));
    }

    private synchronized List<Submitted> addToBatch(Submitted report) {
        batch.add(report);
        return batch.size() < BATCH_SIZE ? List.of() : drained();
    }

    private synchronized List<Submitted> drained() {
        List<Submitted> all = List.copyOf(batch);
        batch.clear();
        return all;
    }

    void finish() {
        acceptAll(drained());
    }

    private void acceptAll(List<Submitted> reports) {
        if (reports.isEmpty()) {
            return;
        }
        gateway.pace(reports.size());
        CompletableFuture.allOf(reports.stream().map(report -> CompletableFuture.runAsync(() -> accept(report), reviewers))
                .toArray(CompletableFuture<?>[]::new)).join();
    }

    private void accept(Submitted report) {
        running.incrementAndGet();
        follower.sends(report.figure());
        gateway.doneAtOnce(report.acceptance());
        accepted.incrementAndGet();
        running.decrementAndGet();
        acceptedCalls.recordOperation("reporting", "report", report.figure().figure().report().toString(), "ACCEPT");
        acceptedCalls.recordAcceptance(report.figure());
        follower.recordAcceptance(report.figure());
    }

    /** Waits until one of several parallel acceptances has succeeded; the others are about to commit. */
    void awaitConcurrentAcceptances() {
        FaultTiming.await(() -> running.get() >= CONCURRENT);
        int before = accepted.get();
        FaultTiming.await(() -> accepted.get() > before);
    }
}
