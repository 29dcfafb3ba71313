package vn.cchc.benchmark;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ApiClient;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/** The units of the plan, and submitted reports that wait for acceptance; all of it comes by way of the API. */
final class PlanData {

    /** An indicator that each of the added units reports. */
    static final String INDICATOR = "CT11";

    private static final int UNITS = Integer.getInteger("cchc.units", 1_000);
    private static final int CLIENTS = 8;

    private final RunningStack stack;
    private final ApiClient targets;
    private final ApiClient reporting;

    PlanData(RunningStack stack, ProductionService targets, ProductionService reporting) {
        this.stack = stack;
        this.targets = new ApiClient(targets.address());
        this.reporting = new ApiClient(reporting.address());
    }

    /** How many the scoreboard knows. */
    int units() throws SQLException {
        return (int) number("targets", "select count(*) from unit");
    }

    static int added() {
        return UNITS;
    }

    /** The id of the latest accepted figure; those that are applied later have a greater one. */
    long lastVersion() throws SQLException {
        return number("targets", "select coalesce(max(id), 0) from unit_result_version");
    }

    /** Each with an indicator. */
    void addUnits() throws Exception {
        int before = units();
        String admin = Tokens.of("admin");
        each(UNITS, number -> reporting.call("POST", "/units", admin, Map.of("code", unit(number), "name", "Trường " + number,
                "nameEn", "School " + number, "type", "SERVICE_UNIT", "parent", "SGDDT"), 201));
        await().atMost(5, MINUTES).until(() -> units() >= before + UNITS);
        String planner = Tokens.of("planner");
        each(UNITS,
                number -> targets.call("POST", "/assignments", planner, Map.of("indicator", INDICATOR, "unit", unit(number)),
                        201));
        await().atMost(5, MINUTES).until(() -> number("reporting",
                "select jsonb_array_length(definition -> 'assignments') from indicator where code = '" + INDICATOR
                        + "'") >= UNITS);
        awaitCounted();
    }

    /** @return the reports of the added units in the order of their numbers, submitted */
    List<String> submitReports(String period, int count) throws Exception {
        String[] reports = new String[count];
        each(count, number -> {
            String reporter = Tokens.with("vp-reporter", Map.of("unit", unit(number)));
            String head = Tokens.with("vp-head", Map.of("unit", unit(number)));
            reports[number] = reporting.call("POST", "/reports", reporter, Map.of("period", period, "unit", unit(number)), 201)
                    .getString("id");
            reporting.call("PUT", "/reports/" + reports[number] + "/figures", reporter,
                    Map.of(INDICATOR, Map.of("numerator", 17, "denominator", 20)), 200);
            return reporting.call("POST", "/reports/" + reports[number] + "/submission", head, Map.of(), 200);
        });
        return List.of(reports);
    }

    void accept(String report, String token) throws Exception {
        reporting.call("POST", "/reports/" + report + "/acceptance", token, Map.of(), 200);
    }

    static String unit(int number) {
        return "SCHOOL-%05d".formatted(number);
    }

    /** Until the groups of all years, which the scoreboard reads, are complete. */
    void awaitCounted() {
        await().atMost(5, MINUTES).until(() -> number("targets", """
                select count(*) from (select regime, generate_series(year_from, year_to) as year from plan) y
                where not exists (select from grouped_year g where g.regime = y.regime and g.year = y.year
                  and g.counted_to = '~')""") == 0);
    }

    private long number(String database, String query) throws SQLException {
        try (Connection connection = stack.database(database);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private interface Work {
        Object run(int number) throws Exception;
    }

    private static void each(int count, Work work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Object>> all = new ArrayList<>();
            IntStream.range(0, count).forEach(number -> all.add(() -> work.run(number)));
            for (Future<Object> done : clients.invokeAll(all)) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
    }
}
