package vn.cchc.system.capacity;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonArray;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ApiClient;
import vn.cchc.system.stack.RunningStack;

/** {@code ./mvnw verify -Pcapacity}: what units, reports and answers cost. It prints the numbers of docs/capacity.md. */
class CapacityRun {

    private static final int UNITS = Integer.getInteger("capacity.units", 1_000);
    private static final int ANSWERS = Integer.getInteger("capacity.answers", 100_000);
    private static final int INVITATIONS_AT_A_TIME = 10_000;
    private static final int CLIENTS = 8;
    private static final List<String> INDICATORS = List.of("CT03.2", "CT05.3", "CT11");

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private ApiClient api;

    @Test
    void costOfUnitsReportsAndAnswers() throws Exception {
        // The load comes from one address, and from one person in each role.
        Map<String, String> unlimited = Map.of("CCHC_GATEWAY_RATES_ADDRESS_QUOTA", "1000000000",
                "CCHC_GATEWAY_RATES_CLIENT_QUOTA", "1000000000");
        try (RunningStack stack = RunningStack.start(unlimited)) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            api = new ApiClient(stack.address("gateway"));
            var cost = new Cost(stack);

            cost.of(UNITS + " units, each with " + INDICATORS.size() + " assignments", () -> units(stack));
            cost.of(UNITS + " accepted reports of " + INDICATORS.size() + " figures", () -> reports(stack));
            cost.of(ANSWERS + " invitations and answers of one question, closed and published", this::answers);
        } finally {
            clients.shutdownNow();
        }
    }

    private void units(RunningStack stack) throws Exception {
        String admin = Tokens.of("admin");
        each(UNITS,
                number -> api.call("POST", "/units", admin, Map.of("code", unit(number), "name", "Trường " + number, "nameEn",
                        "School " + number, "type", "SERVICE_UNIT", "parent", "SGDDT"), 201));
        await().atMost(2, MINUTES).until(() -> number(stack, "targets", "select count(*) from unit") > UNITS);
        String planner = Tokens.of("planner");
        for (String indicator : INDICATORS) {
            each(UNITS,
                    number -> api.call("POST", "/assignments", planner, Map.of("indicator", indicator, "unit", unit(number)),
                            201));
        }
        await().atMost(5, MINUTES)
                .until(() -> number(stack, "reporting", "select min(jsonb_array_length(definition -> 'assignments')) "
                        + "from indicator where code in ('" + String.join("', '", INDICATORS) + "')") >= UNITS);
    }

    private void reports(RunningStack stack) throws Exception {
        String reviewer = Tokens.of("reviewer");
        each(UNITS, number -> {
            String reporter = Tokens.with("vp-reporter", Map.of("unit", unit(number)));
            String head = Tokens.with("vp-head", Map.of("unit", unit(number)));
            String report = "/reports/"
                    + api.call("POST", "/reports", reporter, Map.of("period", "2015", "unit", unit(number)), 201)
                            .getString("id");
            api.call("PUT", report + "/figures", reporter, INDICATORS.stream()
                    .collect(toMap(Function.identity(), indicator -> Map.of("numerator", 17, "denominator", 20))), 200);
            api.call("POST", report + "/submission", head, Map.of(), 200);
            api.call("POST", report + "/acceptance", reviewer, Map.of(), 200);
            return null;
        });
        await().atMost(5, MINUTES).until(
                () -> number(stack, "targets", "select count(*) from unit_result_version") >= (long) UNITS * INDICATORS.size());
    }

    private void answers() throws Exception {
        String surveyor = Tokens.of("surveyor");
        String campaign = "/campaigns/"
                + api.call("POST", "/campaigns", surveyor, Map.of("questionnaire", "SIPAS", "year", 2026,
                        "title", "Khảo sát"), 201).getString("id");
        api.call("POST", campaign + "/opening", surveyor, Map.of(), 200);
        for (int given = 0; given < ANSWERS; given += INVITATIONS_AT_A_TIME) {
            int count = Math.min(INVITATIONS_AT_A_TIME, ANSWERS - given);
            JsonArray tokens = api.call("POST", campaign + "/invitations", surveyor, Map.of("count", count), 201)
                    .getJsonArray("tokens");
            each(count,
                    number -> api.call("POST", campaign + "/answers", null, Map.of("token", tokens.getString(number), "answers",
                            Map.of("OVERALL", number % 5 + 1)), 200));
        }
        api.call("POST", campaign + "/closing", surveyor, Map.of(), 200);
        api.call("POST", campaign + "/publication", surveyor, Map.of(), 200);
    }

    private static String unit(int number) {
        return "SCHOOL-%05d".formatted(number);
    }

    private interface Work {
        Object run(int number) throws Exception;
    }

    private void each(int count, Work work) throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        IntStream.range(0, count).forEach(number -> all.add(() -> work.run(number)));
        for (Future<Object> done : clients.invokeAll(all)) {
            done.get();
        }
    }

    private static long number(RunningStack stack, String database, String query) throws Exception {
        try (Connection connection = stack.database(database);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
