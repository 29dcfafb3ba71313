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
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/**
 * {@code ./mvnw verify -Pdrills -Dit.test=IntakeKillDrill}: survey-service is killed with SIGKILL between each two steps of
 * receiving answers, while respondents send theirs again and again until they are acknowledged, and once more after that.
 */
class IntakeKillDrill {

    private static final int RESPONDENTS = 16;
    private static final int KILLS_OF_A_STEP = Integer.getInteger("drills.kills", 2);
    private static final int MIN_ANSWERS = 2_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** What is locked, so that the service waits there when it is killed; nothing: it is killed at any moment. */
    private static final Map<String, String> STEPS = Map.of(
            "before the tokens are read", "lock table invitation_%2$s in access exclusive mode",
            "before the tokens are spent", "select from invitation where campaign = '%1$s' for update",
            "before the answers are stored", "select from campaign_intake where campaign = '%1$s' for update",
            "before the commit", "lock table sealed_answer_%2$s in share mode",
            "at any moment, or between commit and reply", "select 1");

    private final Steps steps = new Steps("Intake");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unanswered = new AtomicInteger();
    private ProductionService service;
    private volatile boolean ending;

    @Test
    void eachSubmissionCountsOnce() throws Exception {
        try (RunningStack stack = RunningStack.infrastructure(); ProductionService started = new ProductionService(stack)) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            service = started;
            String campaign = post("/campaigns", Map.of("questionnaire", "SIPAS", "year", 2026, "title", "Khảo sát"), 201)
                    .getString("id");
            post("/campaigns/" + campaign + "/opening", Map.of(), 200);
            JsonArray issued = post("/campaigns/" + campaign + "/invitations", Map.of("count", 10_000), 201)
                    .getJsonArray("tokens");
            issued.forEach(token -> tokens.add((String) token));
            List<CompletableFuture<Void>> respondents = Stream
                    .generate(() -> ConcurrentTasks.run(() -> answer(campaign))).limit(RESPONDENTS).toList();

            for (var step : STEPS.entrySet()) {
                for (int kill = 0; kill < KILLS_OF_A_STEP; kill++) {
                    killAt(step.getValue().formatted(campaign, campaign.replace("-", "")), stack);
                }
                steps.say("killed %d times %s; %,d answers acknowledged so far".formatted(KILLS_OF_A_STEP, step.getKey(),
                        acknowledged.size()));
            }
            await("enough answers").atMost(2, MINUTES).until(() -> acknowledged.size() >= MIN_ANSWERS);
            ending = true;
            respondents.forEach(CompletableFuture::join);

            long spent = number(stack, "select count(*) from invitation where spent and campaign = '" + campaign + "'");
            long stored = number(stack, "select count(*) from sealed_answer where campaign = '" + campaign + "'");
            post("/campaigns/" + campaign + "/closing", Map.of(), 200);
            long counted = number(stack,
                    "select sum(respondents) from respondent_count where campaign = '" + campaign + "'");
            steps.say(
                    "%,d acknowledged, %,d tokens spent, %,d answers stored, %,d counted; %,d requests without a reply or with 503"
                            .formatted(acknowledged.size(), spent, stored, counted, unanswered.get()));
            assertThat(unanswered.get()).isPositive();
            assertThat(List.of(spent, stored, counted)).containsOnly((long) acknowledged.size());
        }
    }

    private void killAt(String lock, RunningStack stack) throws Exception {
        int before = acknowledged.size();
        await("answers").atMost(1, MINUTES).until(() -> acknowledged.size() > before + RESPONDENTS);
        try (Connection holder = stack.superuser("survey")) {
            holder.setAutoCommit(false);
            holder.createStatement().execute(lock);
            if (!lock.equals("select 1")) {
                await("a session that waits").atMost(10, SECONDS).pollInterval(Duration.ofMillis(10))
                        .until(() -> isWaiting(holder));
            }
            service.kill();
            holder.rollback();
        }
        service.start();
    }

    private static boolean isWaiting(Connection holder) throws SQLException {
        try (ResultSet row = holder.createStatement().executeQuery(
                "select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)) and usename = 'survey'")) {
            return row.next();
        }
    }

    /** Each answer until it is acknowledged, and once more. */
    private void answer(String campaign) {
        for (String token = tokens.poll(); token != null && !ending; token = tokens.poll()) {
            while (!isAcknowledged(campaign, token)) {
                unanswered.incrementAndGet();
            }
            acknowledged.add(token);
            if (!isAcknowledged(campaign, token)) {
                unanswered.incrementAndGet();
            }
        }
    }

    private boolean isAcknowledged(String campaign, String token) {
        try {
            HttpResponse<String> reply = http.send(
                    request("/campaigns/" + campaign + "/answers", Map.of("token", token, "answers", Map.of("OVERALL", 5)))
                            .timeout(LONGEST_WAIT).build(),
                    BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(reply.body()).isIn(200, 503);
            return reply.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonObject post(String path, Map<String, ?> body, int expected) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, body).header("Authorization", "Bearer " + Tokens.of("surveyor"));
        // A change of the state.
        if (body.isEmpty()) {
            request.header("If-Match", "*");
        }
        HttpResponse<String> reply = http.send(request.build(), BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(expected);
        return new JsonObject(reply.body());
    }

    private HttpRequest.Builder request(String path, Map<String, ?> body) {
        return HttpRequest.newBuilder(URI.create(service.address() + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.encode(body)));
    }

    private static long number(RunningStack stack, String query) throws SQLException {
        try (Connection connection = stack.database("survey");
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
