package vn.cchc.survey.retention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.closedCampaign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AnswerRetentionTest {

    @Inject
    AnswerRetention retention;
    @Inject
    DataSource database;

    @Test
    void answersAndTextsAreRemovedAfterTheirRetentionAndResultsStay() throws SQLException {
        String old = closedCampaign("EDUCATION", 2050);
        String lately = closedCampaign("EDUCATION", 2050);
        add("free_text (campaign, id, question, content) values ('%s', gen_random_uuid(), 'SUGGESTION', 'Tốt')".formatted(old));
        String result = result(old);
        closedDaysAgo(old, 179);
        retention.removeDue();
        assertThat(count("free_text", old)).isEqualTo(1);
        closedDaysAgo(old, 181);
        retention.removeDue();
        assertThat(count("free_text", old)).isZero();
        assertThat(count("answer", old)).isEqualTo(31);
        closedDaysAgo(old, 731);

        retention.removeDue();
        retention.removeDue();

        assertThat(count("answer", old)).isZero();
        assertThat(count("answer", lately)).isEqualTo(31);
        assertThat(result(old)).isEqualTo(result);
        as("surveyor").accept("text/csv").get("/campaigns/{id}/answers", old).then().statusCode(410).body("code",
                equalTo("answers-removed"));
        as("surveyor").get("/campaigns/{id}/texts", old).then().statusCode(410);
        as("surveyor").accept("text/csv").get("/campaigns/{id}/answers", lately).then().statusCode(200);
        await().atMost(5, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=answers&resourceId=" + old).then()
                .body("items", hasSize(1)).body("items[0].entry.action", equalTo("REMOVE"))
                .body("items[0].entry.actor.sub", equalTo("survey")).body("items[0].entry.changes.field", contains("/rows"))
                .body("items[0].entry.changes.before", contains(31)).body("items[0].entry.changes.after", contains(0)));
        as("auditor").get("/audit?resource=free-texts&resourceId=" + old).then().body("items", hasSize(1));
    }

    private static String result(String id) {
        return as("viewer").get("/campaigns/{id}/result", id).then().statusCode(200).extract().asString();
    }

    private void closedDaysAgo(String id, int days) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(
                    "update campaign set closed_at = now() - interval '%d days' where id = '%s'".formatted(days, id));
        }
    }

    private void add(String row) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("insert into " + row);
        }
    }

    private long count(String table, String campaign) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement()
                        .executeQuery("select count(*) from " + table + " where campaign = '" + campaign + "'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
