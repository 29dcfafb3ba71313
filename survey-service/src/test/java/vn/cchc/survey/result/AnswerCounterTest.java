package vn.cchc.survey.result;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AnswerCounterTest {

    /** A segment can end at each answer after these, so that more answers would not always be in the same one. */
    private static final int WAVE = Segments.minAnswers(5);

    @Inject
    DataSource database;

    @Test
    void theCountsOfTheClosingAreThoseOfTheAnswersInPlain() throws SQLException {
        String id = openCampaign("EDUCATION", 2041);
        List<String> tokens = invite(id, 40);
        for (int i = 0; i < tokens.size(); i++) {
            answer(id, tokens.get(i), Map.of("OVERALL", i % 6, "ACCESS-1", 5 - i % 3, "ACCESS-2", i % 6, "EXPECTATION", i))
                    .statusCode(200);
        }
        // As release 1.0.0 stored it.
        update("""
                insert into answer (campaign, id, group_code, scores)
                values ('%s', gen_random_uuid(), null, '{"OVERALL": 3, "RESULTS-1": 5, "RESULTS-2": 2}')""".formatted(id));

        transition(id, "closing").statusCode(200);

        assertThat(rows("""
                select group_code || ' ' || question || ' ' || value || ' ' || answers from answer_count where campaign = '%s'
                """.formatted(id))).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows("""
                select coalesce(group_code, '') || ' ' || score.key || ' ' || score.value || ' ' || count(*)
                from answer, jsonb_each_text(scores) as score where campaign = '%s'
                group by group_code, score.key, score.value""".formatted(id)));
        assertThat(rows("""
                select concat_ws(' ', respondents, rating, fully_satisfied, never_satisfied, answers_squared, satisfied_squared,
                  answers_by_satisfied) from respondent_count where campaign = '%s'""".formatted(id)))
                .containsExactlyElementsOf(
                        rows("""
                                select concat_ws(' ', count(*), count(*) filter (where m > 0),
                                  count(*) filter (where m > 0 and s = m), count(*) filter (where m > 0 and s = 0),
                                  sum(m * m), sum(s * s), sum(m * s))
                                from answer, lateral (
                                  select count(*) as m, count(*) filter (where score.value::int >= 4) as s
                                  from jsonb_each_text(scores) as score where score.value <> '0' and score.key <> 'EXPECTATION') as levels
                                where campaign = '%s'"""
                                .formatted(id)));
        assertThat(rows("""
                select concat_ws(' ', topic, rating, fully_satisfied, never_satisfied, answers_squared, satisfied_squared,
                  answers_by_satisfied) from topic_respondent_count where campaign = '%s'""".formatted(id))).hasSize(2)
                .containsExactlyInAnyOrderElementsOf(
                        rows("""
                                select concat_ws(' ', topic, count(*), count(*) filter (where s = m), count(*) filter (where s = 0),
                                  sum(m * m), sum(s * s), sum(m * s))
                                from (
                                  select id, substring(score.key from '^(.+)-[0-9]+$') as topic, count(*) as m,
                                    count(*) filter (where score.value::int >= 4) as s
                                  from answer, jsonb_each_text(scores) as score where campaign = '%s' and score.value <> '0' group by 1, 2)
                                  as levels where topic is not null group by topic"""
                                .formatted(id)));
        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(41));
    }

    @Test
    void anInterimResultGrowsByManyAnswersAtATime() throws SQLException {
        String id = openCampaign("EDUCATION", 2042);
        List<String> tokens = as("surveyor").body(Map.of("count", 4 * WAVE, "group", "PRIMARY-PARENTS"))
                .post("/campaigns/{id}/invitations", id).then().statusCode(201).extract().path("tokens");
        as("surveyor").get("/campaigns/{id}/result", id).then().statusCode(200).body("interim", equalTo(true))
                .body("suppressed", equalTo(true));
        for (int wave = 0; wave < 3; wave++) {
            submit(id, tokens.subList(wave * WAVE, (wave + 1) * WAVE));
            String ended = String.valueOf(wave + 2);
            await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                    rows("select segment::text from campaign_intake where campaign = '" + id + "'")).containsExactly(ended));
        }

        await().atMost(20, SECONDS).untilAsserted(() -> as("surveyor").get("/campaigns/{id}/result", id).then()
                .body("interim", equalTo(true)).body("respondents", equalTo(2 * WAVE)).body("groups", empty()));
        assertThat(rows("select distinct group_code from answer_count where campaign = '" + id + "'")).containsExactly("");
        assertThat(rows("select topic from topic_respondent_count where campaign = '" + id + "'")).isEmpty();
        as("viewer").get("/campaigns/{id}/result", id).then().statusCode(409);
        // Too few for a segment of their own.
        submit(id, tokens.subList(3 * WAVE, 3 * WAVE + 10));
        transition(id, "closing").statusCode(200);

        as("viewer").get("/campaigns/{id}/result", id).then().body("interim", equalTo(false))
                .body("respondents", equalTo(3 * WAVE + 10))
                .body("groups.find { it.code == 'PRIMARY-PARENTS' }.answers", equalTo(3 * WAVE + 10));
    }

    /** Few are asked ACCESS-1: one in the wave that is counted first, and none in the one that waits. */
    @Test
    void anInterimResultDoesNotTellTheOnlyAnswerToAQuestion() throws SQLException {
        String id = openCampaign("EDUCATION", 2043);
        List<String> tokens = invite(id, 4 * WAVE);
        for (int wave = 0; wave < 3; wave++) {
            answer(id, tokens.get(wave * WAVE), wave == 0 ? Map.of("OVERALL", 4, "ACCESS-1", 1) : Map.of("OVERALL", 4))
                    .statusCode(200);
            submit(id, tokens.subList(wave * WAVE + 1, (wave + 1) * WAVE));
            String ended = String.valueOf(wave + 2);
            await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                    rows("select segment::text from campaign_intake where campaign = '" + id + "'")).containsExactly(ended));
        }

        await().atMost(20, SECONDS).untilAsserted(() -> as("surveyor").get("/campaigns/{id}/result", id).then()
                .body("respondents", equalTo(2 * WAVE)).body("answers", equalTo(2 * WAVE)));
        assertThat(rows("select distinct question from answer_count where campaign = '" + id + "'"))
                .containsExactly("OVERALL");
        transition(id, "closing").statusCode(200);
        as("viewer").get("/campaigns/{id}/result", id).then().body("answers", equalTo(3 * WAVE + 1));
    }

    private static void submit(String id, List<String> tokens) {
        tokens.forEach(token -> answer(id, token, Map.of("OVERALL", 4)).statusCode(200));
    }

    private void update(String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().executeUpdate(statement);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = database.getConnection(); var row = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
