package vn.cchc.gateway.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import vn.cchc.gateway.faults.ExpectedState.Accepted;

/** Accepts what was submitted a pile at a time: so a fault meets several acceptances in the middle. */
class Review {

    private static final int PILE = 8;
    private static final int RUSH = 6;

    private record Submitted(Accepted figure, Call acceptance) {
    }

    private final Executor reviewers = Executors.newCachedThreadPool();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Submitted> pile = new ArrayList<>();
    private final GatewayClient door;
    private final AcceptedCalls receipts;
    private final Follower follower;

    Review(GatewayClient door, AcceptedCalls receipts, Follower follower) {
        this.door = door;
        this.receipts = receipts;
        this.follower = follower;
    }

    void take(Accepted figure, Reply submitted) {
        String path = "/reports/" + figure.figure().report() + "/acceptance";
        acceptAll(added(new Submitted(figure, Call.step(path, Personas.REVIEWER.token()).after(submitted))));
    }

    private synchronized List<Submitted> added(Submitted report) {
        pile.add(report);
        return pile.size() < PILE ? List.of() : taken();
    }

    private synchronized List<Submitted> taken() {
        List<Submitted> all = List.copyOf(pile);
        pile.clear();
        return all;
    }

    void finish() {
        acceptAll(taken());
    }

    private void acceptAll(List<Submitted> reports) {
        if (reports.isEmpty()) {
            return;
        }
        door.pace(reports.size());
        CompletableFuture.allOf(reports.stream().map(report -> CompletableFuture.runAsync(() -> accept(report), reviewers))
                .toArray(CompletableFuture<?>[]::new)).join();
    }

    private void accept(Submitted report) {
        underWay.incrementAndGet();
        follower.sends(report.figure());
        door.doneAtOnce(report.acceptance());
        accepted.incrementAndGet();
        underWay.decrementAndGet();
        receipts.did("reporting", "report", report.figure().figure().report().toString(), "ACCEPT");
        receipts.accepted(report.figure());
        follower.accepted(report.figure());
    }

    /** Waits for several acceptances to be under way at once, and one of them to be done: the others are about to be. */
    void awaitRush() {
        FaultTiming.await(() -> underWay.get() >= RUSH);
        int before = accepted.get();
        FaultTiming.await(() -> accepted.get() > before);
    }
}
