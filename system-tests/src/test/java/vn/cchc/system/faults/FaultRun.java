package vn.cchc.system.faults;

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

import vn.cchc.system.faults.FaultPlan.Fault;
import vn.cchc.system.stack.RunningStack;

/** Accepts reports and answers surveys while all components are killed in turn; then checks the stored state. */
public class FaultRun {

    private static final int REPORTING = 10;
    private static final int SURVEYING = 3;
    private static final int FROZEN_MILLIS = 300;
    private static final Duration LAST_RECOVERY = Duration.ofMinutes(2);

    private final RunningStack stack;
    private final FaultPlan plan;
    private final Traffic traffic = new Traffic();
    private final Recovery recovery = new Recovery();
    private final AcceptedCalls acceptedCalls = new AcceptedCalls();
    private final GatewayClient gateway;
    private final Follower follower;
    private final Review review;
    private final DatabaseReader databases;
    private final Map<StackComponent, Integer> killed = new EnumMap<>(StackComponent.class);
    private volatile boolean faultsGoOn = true;
    private volatile Instant latestEnd = Instant.MAX;

    /** @param gap the average time between two faults */
    public FaultRun(RunningStack stack, long seed, Duration length, Duration gap) {
        this.stack = stack;
        this.plan = FaultPlan.of(seed, length, gap);
        this.gateway = new GatewayClient(stack.address("gateway"), traffic, recovery);
        this.follower = new Follower(gateway, recovery);
        this.review = new Review(gateway, acceptedCalls, follower);
        this.databases = new DatabaseReader(stack, gateway);
    }

    /** The seed of {@code -Dfaults.seed=…}, or a random one. */
    public static long seed() {
        return Long.getLong("faults.seed", System.nanoTime() % 1_000_000);
    }

    public void verify(int minimumFaults) {
        System.out.printf("Faults: seed %d, %d of them in %d s%n", plan.seed(), plan.faults().size(),
                plan.length().toSeconds());
        drive();
        await("all events are applied").pollInSameThread().pollInterval(500, MILLISECONDS).atMost(3, MINUTES).ignoreExceptions()
                .until(databases::isIdle);
        StoredState stored = databases.read(acceptedCalls);
        ConsistencyCheck check = ConsistencyCheck.of(acceptedCalls, stored);
        print(check);
        assertThat(killed.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(minimumFaults);
        assertThat(acceptedCalls.accepted()).isNotEmpty();
        assertThat(acceptedCalls.spent()).isNotEmpty();
        assertThat(check.lost()).isEmpty();
        assertThat(check.duplicated()).isEmpty();
        assertThat(check.wrong()).isEmpty();
        assertThat(traffic.faulty()).isEmpty();
        assertThat(recovery.isComplete()).as("every part came back").isTrue();
    }

    private void drive() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Instant begun = Instant.now();
        latestEnd = begun.plus(plan.length()).plus(LAST_RECOVERY);
        plan.faults().forEach(fault -> clock.schedule(() -> inject(fault, clock, begun), fault.at().toMillis(), MILLISECONDS));
        clock.schedule(() -> faultsGoOn = false, plan.length().toMillis(), MILLISECONDS);
        try {
            CompletableFuture.allOf(workers()).join();
            review.finish();
        } finally {
            faultsGoOn = false;
            latestEnd = Instant.MIN;
            // A frozen component is still killed.
            clock.shutdown();
        }
    }

    private CompletableFuture<?>[] workers() {
        AtomicInteger units = new AtomicInteger();
        AtomicInteger polls = new AtomicInteger();
        var workers = Executors.newFixedThreadPool(REPORTING + SURVEYING + 1);
        var all = IntStream.range(0, REPORTING + SURVEYING + 1).mapToObj(number -> {
            Runnable work = number < REPORTING
                    ? () -> new UnitDriver(units.incrementAndGet(), gateway, acceptedCalls, review).report(this::goesOn)
                    : () -> new Poll(polls.getAndIncrement(), gateway, acceptedCalls).hold(this::goesOn);
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

    /** Until every component has been seen to work again. */
    private boolean goesOn() {
        return faultsGoOn || !recovery.isComplete() && Instant.now().isBefore(latestEnd);
    }

    /** The database is frozen before it is killed: work without database access goes on meanwhile, and cannot commit. */
    private void inject(Fault fault, ScheduledExecutorService clock, Instant begun) {
        awaitWorstTiming(fault.part());
        if (fault.part() != StackComponent.DATABASE) {
            kill(fault, begun);
            return;
        }
        stack.freeze(fault.part().process);
        clock.schedule(() -> kill(fault, begun), FROZEN_MILLIS, MILLISECONDS);
    }

    private void awaitWorstTiming(StackComponent part) {
        if (part == StackComponent.TARGETS) {
            follower.awaitArrival();
        } else {
            review.awaitConcurrentAcceptances();
        }
    }

    private void kill(Fault fault, Instant begun) {
        stack.kill(fault.part().process);
        Instant now = Instant.now();
        recovery.recordKill(fault.part(), now);
        killed.merge(fault.part(), 1, Integer::sum);
        System.out.printf("%6.1f s  %s is killed%n", Duration.between(begun, now).toMillis() / 1000.0, fault.part());
    }

    private void print(ConsistencyCheck check) {
        System.out.printf("seed %d · requests %d · 2xx %d · without a definite answer %s · faults %d %s%n", plan.seed(),
                traffic.requests(), traffic.done(), traffic.undecided(),
                killed.values().stream().mapToInt(Integer::intValue).sum(), killed);
        System.out.printf(
                "accepted %d · answers %d · lost %d · duplicated %d · wrong %d · recovery mean %.1f s, longest %.1f s%n",
                acceptedCalls.accepted().size(), acceptedCalls.spent().values().stream().mapToLong(Long::longValue).sum(),
                check.lost().size(), check.duplicated().size(), check.wrong().size(),
                recovery.mean().toMillis() / 1000.0, recovery.longest().toMillis() / 1000.0);
        examples(check.lost());
        examples(check.duplicated());
        examples(check.wrong());
        examples(traffic.faulty());
    }

    private static void examples(Collection<String> faults) {
        faults.stream().limit(10).forEach(System.out::println);
    }
}
