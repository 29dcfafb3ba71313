package vn.cchc.survey.answer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.ConcurrentTasks;

/** PostgreSQL ends the session of a transaction between two of its steps, as it does when the service is killed there. */
@QuarkusTest
class LostConnectionTest {

    private static final Map<String, Integer> ANSWERS = Map.of("OVERALL", 5);

    @TestHTTPResource
    URI service;
    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {
            // Before the token is spent, before the answer is stored, before the commit.
            "select from invitation where campaign = '%s' for update",
            "select from campaign_intake where campaign = '%s' for update",
            "lock table sealed_answer_%2$s in share mode" })
    void anAnswerIsStoredOnceByARetry(String lock) throws Exception {
        String id = openCampaign("EDUCATION", 2043);
        List<String> tokens = invite(id, 2);
        // With it the campaign has its key.
        answer(id, tokens.get(0), ANSWERS).statusCode(200);

        int lost = endSessionAt(lock.formatted(id, id.replace("-", "")),
                () -> answer(id, tokens.get(1), ANSWERS).extract().statusCode());

        assertThat(lost).isEqualTo(503);
        progress(id, "OPEN", 1);
        List<CompletableFuture<String>> retries = Stream.generate(() -> ConcurrentTasks.supply(
                () -> answer(id, tokens.get(1), ANSWERS).statusCode(200).extract().asString())).limit(3).toList();
        assertThat(retries).extracting(CompletableFuture::join).containsOnly("{\"received\":true}");
        progress(id, "OPEN", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // Before the answers are read, before the tables are replaced, before the ciphertexts go.
            "lock table sealed_answer_%2$s in access exclusive mode",
            "lock table answer_%2$s in access share mode", "lock table sealed_answer_%2$s in access share mode" })
    void aClosingIsDoneByARetry(String lock) throws Exception {
        String id = openCampaign("EDUCATION", 2043);
        List<String> tokens = invite(id, 7);
        tokens.subList(0, 6).forEach(token -> answer(id, token, ANSWERS).statusCode(200));

        int lost = endSessionAt(lock.formatted(id, id.replace("-", "")), () -> close(id));

        assertThat(lost).isEqualTo(503);
        progress(id, "OPEN", 6);
        answer(id, tokens.get(6), ANSWERS).statusCode(200);
        assertThat(close(id)).isEqualTo(200);
        progress(id, "CLOSED", 7);
        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(7)).body("satisfied", equalTo(7));
    }

    @Test
    void clientsThatVanishLeaveNothingStuck() throws Exception {
        String id = openCampaign("EDUCATION", 2043);
        List<String> tokens = invite(id, 32);
        for (String token : tokens) {
            try (AnswerClient client = new AnswerClient(service, id)) {
                client.sendAndVanish(token, ANSWERS);
            }
        }

        try (AnswerClient client = new AnswerClient(service, id)) {
            for (String token : tokens) {
                assertThat(client.send(token, ANSWERS)).isEqualTo(200);
            }
        }
        progress(id, "OPEN", 32);
        await().atMost(10, SECONDS).until(() -> number("""
                select count(*) from pg_stat_activity where usename = current_user and state like 'idle in transaction%'
                and pid <> pg_backend_pid()""") == 0);
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection(); var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private int endSessionAt(String lock, Supplier<Integer> call) throws Exception {
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute(lock);
            CompletableFuture<Integer> status = ConcurrentTasks.supply(call::get);
            await().atMost(9, SECONDS).until(() -> {
                endWaitingSessions(holder);
                return status.isDone();
            });
            holder.rollback();
            holder.setAutoCommit(true);
            return status.join();
        }
    }

    private static void endWaitingSessions(Connection holder) throws SQLException {
        holder.createStatement().execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where pg_backend_pid() = any(pg_blocking_pids(pid)) and usename = current_user""");
    }

    private static int close(String id) {
        return as("surveyor").post("/campaigns/{id}/closing", id).then().extract().statusCode();
    }

    private static void progress(String id, String state, int answers) {
        as("viewer").get("/campaigns/{id}/progress", id).then().statusCode(200).body("state", equalTo(state)).body("answers",
                equalTo(answers));
    }
}
