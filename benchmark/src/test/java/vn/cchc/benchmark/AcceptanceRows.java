package vn.cchc.benchmark;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import vn.cchc.local.Tokens;
import vn.cchc.system.stack.RunningStack;

/**
 * Reports that are accepted at a constant rate, and how soon each figure is in the tables that the scoreboard reads:
 * from the reply to the acceptance to a commit in the database of targets-service.
 */
final class AcceptanceRows {

    private static final int PER_SECOND = 100;
    private static final String PERIOD = "2015";
    private static final String WARM_UP_PERIOD = "2016";
    private static final int CLIENTS = 32;
    private static final long LOOK_MILLIS = 5;
    private static final long LONGEST_NANOS = MINUTES.toNanos(1);

    private final RunningStack stack;
    private final Table table;
    private final PlanData plan;

    AcceptanceRows(RunningStack stack, Table table, PlanData plan) {
        this.stack = stack;
        this.table = table;
        this.plan = plan;
    }

    void measure() throws Exception {
        int reports = PlanData.added();
        List<String> warmUp = plan.submitReports(WARM_UP_PERIOD, reports);
        List<String> measured = plan.submitReports(PERIOD, reports);
        accept(WARM_UP_PERIOD, warmUp);
        Latencies latencies = accept(PERIOD, measured);
        String rate = " at %d acceptances/s, %,d reports".formatted(PER_SECOND, reports);
        table.add("p95 of an acceptance to the scoreboard" + rate, "ms", latencies.shown().getValueAtPercentile(95) / 1e3,
                "≤ 300");
        table.add("p99 of the same", "ms", latencies.shown().getValueAtPercentile(99) / 1e3, "≤ 1,000");
        table.add("p95 of the call itself", "ms", latencies.call().getValueAtPercentile(95) / 1e3, "");
    }

    /** In microseconds. */
    private record Latencies(Histogram call, Histogram shown) {
    }

    private Latencies accept(String period, List<String> reports) throws Exception {
        String reviewer = Tokens.of("reviewer");
        var latencies = new Latencies(new ConcurrentHistogram(3), new Histogram(3));
        Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long last = plan.lastVersion();
            CompletableFuture<Map<String, Long>> shown = CompletableFuture
                    .supplyAsync(() -> watch(period, last, reports.size()));
            long begun = System.nanoTime();
            List<CompletableFuture<Void>> calls = IntStream.range(0, reports.size()).mapToObj(number -> {
                long due = begun + number * 1_000_000_000L / PER_SECOND;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                return CompletableFuture.runAsync(() -> {
                    try {
                        plan.accept(reports.get(number), reviewer);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    acceptedAt.put(PlanData.unit(number), System.nanoTime());
                    latencies.call().recordValue((System.nanoTime() - due) / 1_000);
                }, clients);
            }).toList();
            calls.forEach(CompletableFuture::join);
            shown.join().forEach((unit, at) -> latencies.shown().recordValue(Math.max(0, at - acceptedAt.get(unit)) / 1_000));
        } finally {
            clients.shutdown();
        }
        assertThat(latencies.shown().getTotalCount()).isEqualTo(reports.size());
        return latencies;
    }

    /** @return by unit, when its figure was first seen */
    private Map<String, Long> watch(String period, long last, int expected) {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        long until = System.nanoTime() + LONGEST_NANOS + expected * 1_000_000_000L / PER_SECOND;
        try (Connection connection = stack.database("targets");
                PreparedStatement added = connection
                        .prepareStatement(
                                "select unit from unit_result_version where id > ? and indicator = ? and period = ?")) {
            added.setLong(1, last);
            added.setString(2, PlanData.INDICATOR);
            added.setString(3, period);
            while (seen.size() < expected && System.nanoTime() < until) {
                try (ResultSet rows = added.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        seen.putIfAbsent(rows.getString(1), now);
                    }
                }
                LockSupport.parkNanos(MILLISECONDS.toNanos(LOOK_MILLIS));
            }
            return seen;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
