package vn.cchc.gateway.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import vn.cchc.gateway.faults.FaultPlan.Fault;
import vn.cchc.gateway.stack.RunningStack;

/** Reports are accepted and surveys answered while everything is killed in turn; then the books are checked. */
public class FaultRun {

    private static final int REPORTING = 10;
    private static final int SURVEYING = 3;
    private static final int FROZEN_MILLIS = 300;
    private static final Duration LAST_RECOVERY = Duration.ofMinutes(2);

    private final RunningStack stack;
    private final FaultPlan plan;
    private final Traffic traffic = new Traffic();
    private final Recovery recovery = new Recovery();
    private final AcceptedCalls receipts = new AcceptedCalls();
    private final GatewayClient door;
    private final Follower follower;
    private final Review review;
    private final DatabaseReader keeper;
    private final Map<StackComponent, Integer> killed = new EnumMap<>(StackComponent.class);
    private volatile boolean faultsGoOn = true;
    private volatile Instant latestEnd = Instant.MAX;

    /** @param gap how long it takes on average from one fault to the next */
    public FaultRun(RunningStack stack, long seed, Duration length, Duration gap) {
        this.stack = stack;
        this.plan = FaultPlan.of(seed, length, gap);
        this.door = new GatewayClient(stack.address("gateway"), traffic, recovery);
        this.follower = new Follower(door, recovery);
        this.review = new Review(door, receipts, follower);
        this.keeper = new DatabaseReader(stack, door);
    }

    /** The seed that {@code -Dfaults.seed=…} names, else any. */
    public static long seed() {
        return Long.getLong("faults.seed", System.nanoTime() % 1_000_000);
    }

    public void proves(int atLeast) {
        System.out.printf("Faults: seed %d, %d of them in %d s%n", plan.seed(), plan.faults().size(),
                plan.length().toSeconds());
        drive();
        await("all is quiet").pollInSameThread().pollInterval(500, MILLISECONDS).atMost(3, MINUTES).ignoreExceptions()
                .until(keeper::isQuiet);
        ExpectedState books = keeper.read(receipts);
        ConsistencyCheck reckoning = ConsistencyCheck.of(receipts, books);
        print(reckoning);
        assertThat(killed.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(atLeast);
        assertThat(receipts.accepted()).isNotEmpty();
        assertThat(receipts.spent()).isNotEmpty();
        assertThat(reckoning.lost()).isEmpty();
        assertThat(reckoning.doubled()).isEmpty();
        assertThat(reckoning.wrong()).isEmpty();
        assertThat(traffic.faulty()).isEmpty();
        assertThat(recovery.isComplete()).as("every part came back").isTrue();
    }

    private void drive() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Instant begun = Instant.now();
        latestEnd = begun.plus(plan.length()).plus(LAST_RECOVERY);
        plan.faults().forEach(fault -> clock.schedule(() -> hit(fault, clock, begun), fault.at().toMillis(), MILLISECONDS));
        clock.schedule(() -> faultsGoOn = false, plan.length().toMillis(), MILLISECONDS);
        try {
            CompletableFuture.allOf(workers()).join();
            review.finish();
        } finally {
            faultsGoOn = false;
            latestEnd = Instant.MIN;
            // What hangs is still killed.
            clock.shutdown();
        }
    }

    private CompletableFuture<?>[] workers() {
        AtomicInteger schools = new AtomicInteger();
        AtomicInteger polls = new AtomicInteger();
        var workers = Executors.newFixedThreadPool(REPORTING + SURVEYING + 1);
        var all = IntStream.range(0, REPORTING + SURVEYING + 1).mapToObj(number -> {
            Runnable work = number < REPORTING
                    ? () -> new UnitDriver(schools.incrementAndGet(), door, receipts, review).report(this::goesOn)
                    : () -> new Poll(polls.getAndIncrement(), door, receipts).hold(this::goesOn);
            return CompletableFuture.runAsync(number == REPORTING + SURVEYING ? () -> follower.follow(this::goesOn)
                    : () -> again(work), workers);
        }).toArray(CompletableFuture<?>[]::new);
        workers.shutdown();
        return all;
    }

    private void again(Runnable work) {
        while (goesOn()) {
            work.run();
        }
    }

    /** Until every part was seen to work again. */
    private boolean goesOn() {
        return faultsGoOn || !recovery.isComplete() && Instant.now().isBefore(latestEnd);
    }

    /** The database hangs before it dies: work that does not ask it goes on meanwhile, and never comes to its commit. */
    private void hit(Fault fault, ScheduledExecutorService clock, Instant begun) {
        awaitWorst(fault.part());
        if (fault.part() != StackComponent.DATABASE) {
            kill(fault, begun);
            return;
        }
        stack.freeze(fault.part().process);
        clock.schedule(() -> kill(fault, begun), FROZEN_MILLIS, MILLISECONDS);
    }

    private void awaitWorst(StackComponent part) {
        if (part == StackComponent.TARGETS) {
            follower.awaitArrival();
        } else {
            review.awaitRush();
        }
    }

    private void kill(Fault fault, Instant begun) {
        stack.kill(fault.part().process);
        Instant now = Instant.now();
        recovery.died(fault.part(), now);
        killed.merge(fault.part(), 1, Integer::sum);
        System.out.printf("%6.1f s  %s is killed%n", Duration.between(begun, now).toMillis() / 1000.0, fault.part());
    }

    private void print(ConsistencyCheck reckoning) {
        System.out.printf("seed %d · requests %d · 2xx %d · without a definite answer %s · faults %d %s%n", plan.seed(),
                traffic.requests(), traffic.done(), traffic.undecided(),
                killed.values().stream().mapToInt(Integer::intValue).sum(), killed);
        System.out.printf(
                "accepted %d · answers %d · lost %d · doubled %d · wrong %d · recovery mean %.1f s, longest %.1f s%n",
                receipts.accepted().size(), receipts.spent().values().stream().mapToLong(Long::longValue).sum(),
                reckoning.lost().size(), reckoning.doubled().size(), reckoning.wrong().size(),
                recovery.mean().toMillis() / 1000.0, recovery.longest().toMillis() / 1000.0);
        examples(reckoning.lost());
        examples(reckoning.doubled());
        examples(reckoning.wrong());
        examples(traffic.faulty());
    }

    private static void examples(Collection<String> faults) {
        faults.stream().limit(10).forEach(System.out::println);
    }
}
