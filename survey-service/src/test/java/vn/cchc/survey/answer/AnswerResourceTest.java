package vn.cchc.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.closedCampaign;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.ConcurrentTasks;

@QuarkusTest
class AnswerResourceTest {

    private static final Map<String, Integer> SATISFIED = Map.of("OVERALL", 5, "ACCESS-1", 4);

    private static final String RECEIVED = "{\"received\":true}";

    @Inject
    DataSource database;

    @Test
    void aRetryGetsTheSameResponseAndIsNotCountedAgain() {
        String id = openCampaign("EDUCATION", 2025);
        String token = invite(id, 1).get(0);

        String first = answer(id, token, SATISFIED).statusCode(200).extract().asString();
        String again = answer(id, token, SATISFIED).statusCode(200).extract().asString();

        assertThat(first).isEqualTo(RECEIVED).isEqualTo(again);
        assertThat(answersOf(id)).isEqualTo(1);
        transition(id, "closing").statusCode(200);
        answer(id, token, SATISFIED).statusCode(200);
    }

    @Test
    void theSameAnswerSentThreeTimesAtOnceIsOneAnswer() throws InterruptedException, ExecutionException {
        String id = openCampaign("EDUCATION", 2025);
        for (String token : invite(id, 10)) {
            assertThat(atOnce(3, () -> answer(id, token, SATISFIED).statusCode(200).extract().asString()))
                    .containsExactly(RECEIVED, RECEIVED, RECEIVED);
        }

        assertThat(answersOf(id)).isEqualTo(10);
    }

    @Test
    void whateverComesAfterTheAnswerGetsTheSameReplyAndChangesNothing() {
        String id = openCampaign("EDUCATION", 2025);
        String token = invite(id, 1).get(0);
        answer(id, token, SATISFIED).statusCode(200);

        String reply = answer(id, token, SATISFIED).statusCode(200).extract().asString();
        answer(id, token, Map.of("OVERALL", 1)).statusCode(200).body(equalTo(reply));

        assertThat(answersOf(id)).isEqualTo(1);
    }

    @Test
    void everyWrongTokenGetsTheSameRefusal() {
        String id = openCampaign("EDUCATION", 2025);
        String elsewhere = invite(openCampaign("EDUCATION", 2025), 1).get(0);
        String nowhere = "019a3f52-7c1e-7b60-9a53-0d1c2b3a4f5e";

        answer(id, "AAAAAAAAAAAAAAAAAAAAAA", SATISFIED).statusCode(403).body("code", equalTo("invalid-invitation"));
        answer(id, elsewhere, SATISFIED).statusCode(403).body("code", equalTo("invalid-invitation"));
        answer(nowhere, elsewhere, SATISFIED).statusCode(403).body("code", equalTo("invalid-invitation"));
        anonymous().body(Map.of("answers", SATISFIED)).post("/campaigns/{id}/answers", id).then().statusCode(403);
        anonymous().post("/campaigns/{id}/answers", id).then().statusCode(422);
    }

    @Test
    void answersAreAcceptedOnlyWhileTheCampaignIsOpen() {
        String id = draft("EDUCATION", 2025);
        List<String> tokens = invite(id, 2);

        answer(id, tokens.get(0), SATISFIED).statusCode(409).body("code", equalTo("wrong-campaign-state"));
        transition(id, "opening").statusCode(200);
        answer(id, tokens.get(0), SATISFIED).statusCode(200);
        transition(id, "closing").statusCode(200);
        answer(id, tokens.get(1), SATISFIED).statusCode(409);
    }

    @Test
    void everyViolationIsReportedAndTheTokenStaysValid() {
        String id = openCampaign("EDUCATION", 2025);
        String token = invite(id, 1).get(0);

        answer(id, token, Map.of("OVERALL", 6, "WEATHER", 3, "ACCESS-1", -1)).statusCode(422)
                .body("errors.pointer", contains("/answers/ACCESS-1", "/answers/OVERALL", "/answers/WEATHER"))
                .body("errors.code", contains("out-of-range", "out-of-range", "unknown-question"));
        answer(id, token, Map.of()).statusCode(422).body("errors.code", contains("no-answers"));
        answer(id, token, SATISFIED).statusCode(200);
    }

    @Test
    void theGroupOfTheInvitationApplies() {
        String id = openCampaign("EDUCATION", 2025);
        List<String> tokens = as("surveyor").body(Map.of("count", 6, "group", "PRIMARY-PARENTS"))
                .post("/campaigns/{id}/invitations", id).then().statusCode(201).header("Cache-Control", "no-store").extract()
                .path("tokens");
        tokens.forEach(token -> answer(id, token, SATISFIED).statusCode(200));
        transition(id, "closing").statusCode(200);

        as("viewer").get("/campaigns/{id}/result", id).then()
                .body("groups.find { it.code == 'PRIMARY-PARENTS' }.answers", equalTo(12))
                .body("groups.find { it.code == 'KINDERGARTEN-PARENTS' }.answers", equalTo(0))
                .body("topics.find { it.code == 'ACCESS' }.satisfiedRate", equalTo(100.0f));
    }

    @Test
    void tenThousandInvitationsHaveDistinctTokens() {
        String id = draft("EDUCATION", 2025);

        List<String> tokens = invite(id, 10_000);

        assertThat(new HashSet<>(tokens)).hasSize(10_000);
        as("surveyor").body(Map.of("count", 10_001, "group", "TEACHERS")).post("/campaigns/{id}/invitations", id).then()
                .statusCode(422).body("errors.pointer", contains("/count", "/group"));
        as("viewer").get("/campaigns/{id}/progress", id).then().body("invitations", equalTo(10_000))
                .body("plannedSample", nullValue());
    }

    @Test
    void aCampaignThatIsBeingClosedDelaysNoOther() throws Exception {
        String locked = openCampaign("EDUCATION", 2025);
        String other = openCampaign("EDUCATION", 2025);
        String token = invite(locked, 1).get(0);
        CompletableFuture<Integer> delayed;
        try (var closing = database.getConnection()) {
            closing.setAutoCommit(false);
            closing.createStatement().execute("select from campaign where id = '" + locked + "' for no key update");
            delayed = ConcurrentTasks.supply(() -> answer(locked, token, SATISFIED).extract().statusCode());
            for (String each : invite(other, 3)) {
                answer(other, each, SATISFIED).statusCode(200);
            }
            assertThat(delayed).isNotDone();
            closing.rollback();
            closing.setAutoCommit(true);
        }

        assertThat(delayed.get()).isEqualTo(200);
        assertThat(answersOf(locked)).isEqualTo(1);
    }

    @Test
    void anAnswerHasARandomIdAndNeitherTimeNorOrder() throws SQLException {
        String id = closedCampaign("EDUCATION", 2025);

        assertThat(rows("""
                select column_name from information_schema.columns where table_name = 'answer' order by 1"""))
                .containsExactly("campaign", "group_code", "id", "scores");
        assertThat(rows("select id from answer where campaign = '" + id + "' and substr(id::text, 15, 1) <> '4'")).isEmpty();
    }

    private static int answersOf(String id) {
        return as("viewer").get("/campaigns/{id}/progress", id).then().statusCode(200).extract().path("answers");
    }

    private static List<String> atOnce(int times, Callable<String> work)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(times);
        ExecutorService people = Executors.newFixedThreadPool(times);
        List<Future<String>> replies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            replies.add(people.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        people.shutdown();
        List<String> texts = new ArrayList<>();
        for (Future<String> reply : replies) {
            texts.add(reply.get());
        }
        return texts;
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
