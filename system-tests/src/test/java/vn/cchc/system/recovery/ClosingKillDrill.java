package vn.cchc.system.recovery;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/**
 * {@code ./mvnw verify -Pdrills -Dit.test=ClosingKillDrill}: survey-service is killed with SIGKILL between each two steps of
 * closing a campaign and counting its answers, and goes on when it starts again.
 */
class ClosingKillDrill {

    private static final int ANSWERS = 30;
    /** So that they are counted after the reply. */
    private static final int MANY = 50_000;

    /** What is locked, so that the service waits there when it is killed. */
    private static final Map<String, String> STEPS = Map.of(
            "before the answers are read", "lock table sealed_answer_%2$s in access exclusive mode",
            "before the invitations are written", "lock table invitation_%2$s in access exclusive mode",
            "before the counts are stored", "lock table answer_count in access exclusive mode",
            "before the tables are replaced", "lock table only answer in access share mode");

    private final Steps steps = new Steps("Closing");
    private final HttpClient http = HttpClient.newHttpClient();
    private ProductionService service;

    @Test
    void eachClosingEndsWithAllAnswersCounted() throws Exception {
        try (RunningStack stack = RunningStack.infrastructure(); ProductionService started = new ProductionService(stack)) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            service = started;
            for (var step : STEPS.entrySet()) {
                String campaign = answeredCampaign(stack);
                killAt(step.getValue().formatted(campaign, campaign.replace("-", "")), campaign, stack);
                steps.time("killed " + step.getKey() + ", counted after the next start", () -> {
                    service.start();
                    awaitCounted(campaign, stack);
                });
            }
            String campaign = answeredCampaign(stack);
            call("POST", "/campaigns/" + campaign + "/closing", Map.of(), 200);
            service.kill();
            service.start();
            awaitCounted(campaign, stack);
            steps.say("killed after the reply, counted after the next start");
        }
    }

    private String answeredCampaign(RunningStack stack) throws Exception {
        String campaign = call("POST", "/campaigns", Map.of("questionnaire", "SIPAS", "year", 2026, "title", "Khảo sát"), 201)
                .getString("id");
        call("POST", "/campaigns/" + campaign + "/opening", Map.of(), 200);
        for (Object token : call("POST", "/campaigns/" + campaign + "/invitations", Map.of("count", ANSWERS), 201)
                .getJsonArray("tokens")) {
            call("POST", "/campaigns/" + campaign + "/answers", Map.of("token", token, "answers", Map.of("OVERALL", 5)), 200);
        }
        try (Connection database = stack.database("survey")) {
            database.createStatement().executeUpdate("""
                    update campaign_intake set answers = answers + %1$d, segment_began = segment_began + %1$d
                    where campaign = '%2$s'""".formatted(MANY, campaign));
        }
        return campaign;
    }

    private void killAt(String lock, String campaign, RunningStack stack) throws Exception {
        try (Connection holder = stack.superuser("survey")) {
            holder.setAutoCommit(false);
            holder.createStatement().execute(lock);
            JsonObject closed = call("POST", "/campaigns/" + campaign + "/closing", Map.of(), 200);
            assertThat(closed.getString("state")).isEqualTo("CLOSED");
            assertThat(closed.getBoolean("counting")).isTrue();
            await("a session that waits").atMost(20, SECONDS).pollInterval(Duration.ofMillis(10))
                    .until(() -> isWaiting(holder));
            service.kill();
            holder.rollback();
        }
    }

    private static boolean isWaiting(Connection holder) throws SQLException {
        try (ResultSet row = holder.createStatement().executeQuery(
                "select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)) and usename = 'survey'")) {
            return row.next();
        }
    }

    private void awaitCounted(String campaign, RunningStack stack) throws Exception {
        await("the counting").atMost(2, MINUTES).pollInterval(Duration.ofMillis(200)).pollInSameThread()
                .until(() -> !call("GET", "/campaigns/" + campaign, Map.of(), 200).getBoolean("counting"));
        JsonObject result = call("GET", "/campaigns/" + campaign + "/result", Map.of(), 200);
        assertThat(result.getInteger("respondents")).isEqualTo(ANSWERS);
        assertThat(result.getInteger("satisfied")).isEqualTo(ANSWERS);
        assertThat(number(stack, "select count(*) from answer where campaign = '" + campaign + "'")).isEqualTo(ANSWERS);
        assertThat(number(stack, "select count(*) from pg_class where relkind = 'r' and relname ~ '^(new|unsorted)_'"))
                .isZero();
        assertThat(number(stack,
                "select count(*) from pg_class where relname = 'sealed_answer_" + campaign.replace("-", "") + "'"))
                .isZero();
    }

    private JsonObject call(String method, String path, Map<String, ?> body, int expected)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + "/api/v1" + path))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + Tokens.of("surveyor"))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.encode(body)));
        if (method.equals("POST") && body.isEmpty()) {
            request.header("If-Match", "*");
        }
        HttpResponse<String> reply = http.send(request.build(), BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(expected);
        return new JsonObject(reply.body());
    }

    private static long number(RunningStack stack, String query) throws SQLException {
        try (Connection connection = stack.database("survey");
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
