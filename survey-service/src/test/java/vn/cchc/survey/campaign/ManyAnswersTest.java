package vn.cchc.survey.campaign;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.closedCampaign;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import vn.cchc.local.ConcurrentTasks;

/** Campaigns whose answers are counted after the reply to the closing: of many answers, or while somebody reads them. */
@QuarkusTest
class ManyAnswersTest {

    private static final Map<String, Integer> ANSWERS = Map.of("OVERALL", 5);
    private static final int MANY = 50_000;
    private static final int RESPONDENTS = 4;

    @Inject
    DataSource database;
    @Inject
    Campaigns campaigns;

    @Test
    void whileAnswersAreBeingCountedTheCampaignIsClosedAndHasNoResult() throws SQLException {
        String id = openCampaign("EDUCATION", 2044);
        List<String> tokens = invite(id, 8);
        tokens.subList(0, 7).forEach(token -> answer(id, token, ANSWERS).statusCode(200));
        pretendMany(id);

        try (Held held = hold("lock table sealed_answer_%2$s in access exclusive mode", id)) {
            transition(id, "closing").statusCode(200).body("state", equalTo("CLOSED")).body("counting", equalTo(true));
            held.awaitWaiting();

            answer(id, tokens.get(7), ANSWERS).statusCode(409).body("code", equalTo("wrong-campaign-state"));
            answer(id, tokens.get(0), ANSWERS).statusCode(200);
            for (String part : List.of("result", "ranking", "texts")) {
                as("surveyor").get("/campaigns/{id}/{part}", id, part).then().statusCode(409).body("code",
                        equalTo("answers-being-counted"));
            }
            as("surveyor").accept(ContentType.ANY).get("/campaigns/{id}/answers", id).then().statusCode(409).body("code",
                    equalTo("answers-being-counted"));
            transition(id, "publication").statusCode(409).body("code", equalTo("answers-being-counted"));
            transition(id, "closing").statusCode(409).body("code", equalTo("wrong-campaign-state"));
            as("viewer").get("/campaigns/{id}/progress", id).then().body("state", equalTo("CLOSED"));
        }

        awaitCounted(id);
        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(7)).body("invitations", equalTo(8));
        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(7)).body("satisfied", equalTo(7));
        answer(id, tokens.get(7), ANSWERS).statusCode(409).body("code", equalTo("wrong-campaign-state"));
        answer(id, tokens.get(0), ANSWERS).statusCode(200);
        transition(id, "publication").statusCode(200);
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=campaign&resourceId=" + id).then()
                .body("items.entry.action", contains("CREATE", "OPEN", "CLOSE", "COUNT", "PUBLISH"))
                .body("items.entry.actor.sub", contains("surveyor", "surveyor", "surveyor", "survey", "surveyor")));
    }

    @Test
    void theCountingKeepsNobodyWaiting() throws SQLException {
        String id = openCampaign("EDUCATION", 2044);
        // So many that their groups do not depend on them: it waits when it has begun to write.
        invite(id, 6).forEach(token -> answer(id, token, ANSWERS).statusCode(200));
        pretendMany(id);

        try (Held held = hold("lock table sealed_answer_%2$s in access exclusive mode", id)) {
            transition(id, "closing").statusCode(200).body("counting", equalTo(true));
            held.awaitWaiting();

            assertThat(held.rows("""
                    select relation::regclass::text from pg_locks where pid in (
                      select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))
                    and relation in (select inhparent from pg_inherits)""")).isEmpty();
            String other = closedCampaign("EDUCATION", 2064);
            transition(other, "publication").statusCode(200);
            as("surveyor").delete("/campaigns/{id}", draft("EDUCATION", 2044)).then().statusCode(200);
        }
        awaitCounted(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // Before the answers are read, before the invitations are, before the tables are replaced.
            "lock table sealed_answer_%2$s in access exclusive mode", "lock table invitation_%2$s in access exclusive mode",
            "lock table answer_%2$s in access share mode" })
    void aCountingThatIsInterruptedIsDoneAgain(String lock) throws SQLException {
        String id = openCampaign("EDUCATION", 2044);
        List<String> tokens = invite(id, 6);
        tokens.forEach(token -> answer(id, token, ANSWERS).statusCode(200));
        pretendMany(id);

        try (Held held = hold(lock, id)) {
            transition(id, "closing").statusCode(200).body("counting", equalTo(true));
            await().atMost(20, SECONDS).until(() -> held.rows("""
                    select pg_terminate_backend(pid)::text from pg_stat_activity
                    where pg_backend_pid() = any(pg_blocking_pids(pid)) and usename = current_user""").contains("true"));
        }

        awaitCounted(id);
        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(6)).body("satisfied", equalTo(6));
        assertThat(rows("select relname from pg_class where relkind = 'r' and relname ~ '^(new|unsorted)_'")).isEmpty();
    }

    /** Such as a backup with pg_dump. Of its locks those of the parents alone: they are taken last, with all others held. */
    @Test
    void aLongReaderDelaysTheEndOfTheCountingAndNobodyElse() throws SQLException {
        String id = openCampaign("EDUCATION", 2044);
        String other = openCampaign("EDUCATION", 2044);
        List<String> tokens = invite(other, 30);
        answer(id, invite(id, 1).get(0), ANSWERS).statusCode(200);
        pretendMany(id);

        try (Held held = hold("lock table only answer, only invitation, only campaign_intake in access share mode", id)) {
            transition(id, "closing").statusCode(200).body("counting", equalTo(true));
            held.awaitWaiting();
            for (String token : tokens) {
                long begun = System.nanoTime();
                answer(other, token, ANSWERS).statusCode(200);
                assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(2_000);
            }
            as("viewer").get("/campaigns/{id}", id).then().body("counting", equalTo(true));
        }
        awaitCounted(id);
    }

    @Test
    void aClosingOfFewAnswersDoesNotWaitForALongReader() throws SQLException {
        String id = openCampaign("EDUCATION", 2044);
        List<String> tokens = invite(id, 7);
        tokens.subList(0, 6).forEach(token -> answer(id, token, ANSWERS).statusCode(200));

        try (Held held = hold("lock table answer_%2$s in access share mode", id)) {
            transition(id, "closing").statusCode(200).body("state", equalTo("CLOSED")).body("counting", equalTo(true))
                    .time(lessThan(10_000L));
            held.awaitWaiting();

            answer(id, tokens.get(6), ANSWERS).statusCode(409).body("code", equalTo("wrong-campaign-state"));
            answer(id, tokens.get(0), ANSWERS).statusCode(200);
            as("viewer").get("/campaigns/{id}/result", id).then().statusCode(409).body("code",
                    equalTo("answers-being-counted"));
            transition(id, "publication").statusCode(409).body("code", equalTo("answers-being-counted"))
                    .time(lessThan(5_000L));
        }

        awaitCounted(id);
        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(6)).body("satisfied", equalTo(6));
        assertThat(rows("select relname from pg_class where relkind = 'r' and relname ~ '^(new|unsorted)_'")).isEmpty();
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=campaign&resourceId=" + id).then()
                .body("items.entry.action", contains("CREATE", "OPEN", "CLOSE", "COUNT")));
    }

    @Test
    void anAnswerThatArrivesDuringTheClosingIsRefusedOrCounted() {
        String id = openCampaign("EDUCATION", 2044);
        Queue<String> tokens = new ConcurrentLinkedQueue<>(invite(id, 2_000));
        AtomicInteger received = new AtomicInteger();
        List<CompletableFuture<Void>> respondents = Stream
                .generate(() -> ConcurrentTasks.run(() -> answerUntilClosed(id, tokens, received))).limit(RESPONDENTS).toList();
        await().atMost(20, SECONDS).until(() -> received.get() > 100);
        pretendMany(id);

        transition(id, "closing").statusCode(200).body("counting", equalTo(true));
        respondents.forEach(CompletableFuture::join);

        awaitCounted(id);
        assertThat(tokens).isNotEmpty();
        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(received.get()));
    }

    private static void answerUntilClosed(String id, Queue<String> tokens, AtomicInteger received) {
        for (String token = tokens.poll(); token != null; token = tokens.poll()) {
            int status = answer(id, token, ANSWERS).extract().statusCode();
            if (status != 200) {
                assertThat(status).isEqualTo(409);
                return;
            }
            received.incrementAndGet();
        }
    }

    @Test
    void aCampaignOfManyAnswersClosesByItsLastDay() {
        String id = openCampaign("EDUCATION", 2044);
        invite(id, 5).forEach(token -> answer(id, token, ANSWERS).statusCode(200));
        pretendMany(id);

        QuarkusTransaction.requiringNew().run(() -> {
            Campaign campaign = campaigns.require(UUID.fromString(id));
            campaign.closesOn = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(1);
        });

        await().atMost(30, SECONDS).untilAsserted(() -> as("viewer").get("/campaigns/{id}/result", id).then().statusCode(200)
                .body("respondents", equalTo(5)));
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=campaign&resourceId=" + id).then()
                .body("items.entry.action", contains("CREATE", "OPEN", "CLOSE", "COUNT")));
    }

    /** So that it is closed like a campaign with many answers. The counting counts those that are there. */
    private void pretendMany(String id) {
        QuarkusTransaction.requiringNew().run(() -> campaigns.getEntityManager().createNativeQuery("""
                update campaign_intake set answers = answers + :many, segment_began = segment_began + :many
                where campaign = :id""").setParameter("many", MANY).setParameter("id", UUID.fromString(id)).executeUpdate());
    }

    private static void awaitCounted(String id) {
        await().atMost(40, SECONDS).untilAsserted(
                () -> as("viewer").get("/campaigns/{id}", id).then().statusCode(200).body("counting", equalTo(false)));
    }

    private Held hold(String lock, String campaign) throws SQLException {
        return new Held(database.getConnection(), lock.formatted(campaign, campaign.replace("-", "")));
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows(connection, query);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    /** A lock for which others wait until it is closed. */
    private record Held(Connection connection) implements AutoCloseable {

        private Held(Connection connection, String lock) throws SQLException {
            this(connection);
            connection.setAutoCommit(false);
            connection.createStatement().execute(lock);
        }

        private List<String> rows(String query) throws SQLException {
            // A transaction sees the sessions that were there when it first looked.
            connection.createStatement().execute("select pg_stat_clear_snapshot()");
            return ManyAnswersTest.rows(connection, query);
        }

        private void awaitWaiting() {
            await().atMost(20, SECONDS).until(() -> !rows(
                    "select pid::text from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))").isEmpty());
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }
}
