package vn.cchc.system.capacity;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.RunningStack;

/** {@code ./mvnw verify -Pcapacity}: what units, reports and answers cost. It prints the numbers of docs/capacity.md. */
class CapacityRun {

    private static final int UNITS = Integer.getInteger("capacity.units", 1_000);
    private static final int ANSWERS = Integer.getInteger("capacity.answers", 100_000);
    private static final int INVITATIONS_AT_A_TIME = 10_000;
    private static final int CLIENTS = 8;
    private static final List<String> INDICATORS = List.of("CT03.2", "CT05.3", "CT11");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private String api;

    @Test
    void costOfUnitsReportsAndAnswers() throws Exception {
        // The load comes from one address, and from one person in each role.
        Map<String, String> unlimited = Map.of("CCHC_GATEWAY_RATES_ADDRESS_QUOTA", "1000000000",
                "CCHC_GATEWAY_RATES_CLIENT_QUOTA", "1000000000");
        try (RunningStack stack = RunningStack.start(unlimited)) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            api = stack.address("gateway") + "/api/v1";
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
        each(UNITS, number -> call("POST", "/units", admin, Map.of("code", unit(number), "name", "Trường " + number, "nameEn",
                "School " + number, "type", "SERVICE_UNIT", "parent", "SGDDT"), 201));
        await().atMost(2, MINUTES).until(() -> number(stack, "targets", "select count(*) from unit") > UNITS);
        String planner = Tokens.of("planner");
        for (String indicator : INDICATORS) {
            each(UNITS,
                    number -> call("POST", "/assignments", planner, Map.of("indicator", indicator, "unit", unit(number)), 201));
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
                    + call("POST", "/reports", reporter, Map.of("period", "2015", "unit", unit(number)), 201)
                            .getString("id");
            call("PUT", report + "/figures", reporter, INDICATORS.stream()
                    .collect(toMap(Function.identity(), indicator -> Map.of("numerator", 17, "denominator", 20))), 200);
            call("POST", report + "/submission", head, Map.of(), 200);
            call("POST", report + "/acceptance", reviewer, Map.of(), 200);
            return null;
        });
        await().atMost(5, MINUTES).until(
                () -> number(stack, "targets", "select count(*) from unit_result_version") >= (long) UNITS * INDICATORS.size());
    }

    private void answers() throws Exception {
        String surveyor = Tokens.of("surveyor");
        String campaign = "/campaigns/" + call("POST", "/campaigns", surveyor, Map.of("questionnaire", "SIPAS", "year", 2026,
                "title", "Khảo sát"), 201).getString("id");
        call("POST", campaign + "/opening", surveyor, Map.of(), 200);
        for (int given = 0; given < ANSWERS; given += INVITATIONS_AT_A_TIME) {
            int count = Math.min(INVITATIONS_AT_A_TIME, ANSWERS - given);
            JsonArray tokens = call("POST", campaign + "/invitations", surveyor, Map.of("count", count), 201)
                    .getJsonArray("tokens");
            each(count, number -> call("POST", campaign + "/answers", null, Map.of("token", tokens.getString(number), "answers",
                    Map.of("OVERALL", number % 5 + 1)), 200));
        }
        call("POST", campaign + "/closing", surveyor, Map.of(), 200);
        call("POST", campaign + "/publication", surveyor, Map.of(), 200);
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

    private JsonObject call(String method, String path, String token, Map<String, ?> body, int expected) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", "application/json")
                .method(method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.encode(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (path.matches("/(reports|campaigns)/[^/]+/(figures|submission|acceptance|opening|closing|publication)")) {
            request.header("If-Match", "*");
        }
        // A machine without a free core cuts connections off; a repeated call has no second effect.
        if (!path.endsWith("/answers") && !path.endsWith("/invitations")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var reply = await().atMost(2, MINUTES).pollInSameThread().pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> http.send(request.build(), BodyHandlers.ofString()), sent -> sent.statusCode() != 503);
        assertThat(reply.statusCode()).as("%s %s: %s", method, path, reply.body()).isEqualTo(expected);
        return reply.body().startsWith("{") ? new JsonObject(reply.body()) : new JsonObject();
    }

    private static long number(RunningStack stack, String database, String query) throws Exception {
        try (Connection connection = stack.database(database);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
