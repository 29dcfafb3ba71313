package vn.cchc.survey.campaign;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.transition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Campaigns that open and close by their days. */
@QuarkusTest
class CampaignScheduleTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Inject
    Campaigns campaigns;

    @Test
    void aCampaignOpensAndClosesByItself() {
        String id = draft(TODAY, TODAY.plusDays(3));

        awaitState(id, "OPEN");
        List<String> tokens = invite(id, 2);
        answer(id, tokens.get(0), Map.of("OVERALL", 5)).statusCode(200);
        endYesterday(id);

        // At once, before the answers are counted.
        answer(id, tokens.get(1), Map.of("OVERALL", 5)).statusCode(409).body("code", equalTo("wrong-campaign-state"));
        answer(id, tokens.get(0), Map.of("OVERALL", 5)).statusCode(200);
        as("surveyor").body(Map.of("count", 1)).post("/campaigns/{id}/invitations", id).then().statusCode(409);
        awaitState(id, "CLOSED");
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=campaign&resourceId=" + id).then()
                .body("items.entry.action", contains("CREATE", "OPEN", "CLOSE"))
                .body("items.entry.actor.sub", contains("surveyor", "survey", "survey")));
    }

    @Test
    void aCampaignWhoseWindowIsNotNowStaysADraft() {
        String past = draft(TODAY.minusDays(3), TODAY.minusDays(1));
        String future = draft(TODAY.plusDays(1), null);
        String now = draft(TODAY, null);

        awaitState(now, "OPEN");

        assertThat(state(past)).isEqualTo("DRAFT");
        assertThat(state(future)).isEqualTo("DRAFT");
        transition(past, "opening").statusCode(409).body("code", equalTo("campaign-window-over"));
        transition(future, "opening").statusCode(200);
    }

    private void endYesterday(String id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Campaign campaign = campaigns.require(UUID.fromString(id));
            campaign.opensOn = TODAY.minusDays(2);
            campaign.closesOn = TODAY.minusDays(1);
        });
    }

    private static String draft(LocalDate opensOn, LocalDate closesOn) {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("questionnaire", "EDUCATION", "year", 2046, "title", "Khảo sát",
                        "opensOn", opensOn.toString()));
        body.put("closesOn", closesOn == null ? null : closesOn.toString());
        return as("surveyor").body(body).post("/campaigns").then().statusCode(201).extract().path("id");
    }

    private static void awaitState(String id, String state) {
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    private static String state(String id) {
        return as("viewer").get("/campaigns/{id}", id).then().statusCode(200).extract().path("state");
    }
}
