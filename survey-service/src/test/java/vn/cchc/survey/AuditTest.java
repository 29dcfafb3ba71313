package vn.cchc.survey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Content of the audit trail of a survey. */
@QuarkusTest
class AuditTest {

    @Test
    void theAuditTrailHoldsStatusChangesAndInvitationCountsButNoAnswers() {
        String id = openCampaign("EDUCATION", 2027);
        List<String> tokens = invite(id, 5);
        tokens.forEach(token -> anonymous().header("X-Request-Id", "citizen-" + id)
                .body(Map.of("token", token, "answers", Map.of("OVERALL", 5)))
                .post("/campaigns/{id}/answers", id).then().statusCode(200));
        transition(id, "closing").statusCode(200);
        transition(id, "publication").statusCode(200);

        await().atMost(5, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=campaign&resourceId=" + id).then()
                .body("items.entry.action", contains("CREATE", "OPEN", "CLOSE", "PUBLISH")));

        String invited = as("auditor").get("/audit?resource=invitations&resourceId=" + id).then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].entry.actor.sub", equalTo("surveyor"))
                .body("items[0].entry.changes.field", contains("/count"))
                .body("items[0].entry.changes.after", contains(5)).extract().asString();
        assertThat(tokens).noneMatch(invited::contains);
        as("auditor").get("/audit?requestId=citizen-" + id).then().body("items", hasSize(0));
        as("auditor").get("/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void loadedQuestionnairesAreAuditedAsChangesByTheService() {
        as("auditor").get("/audit?resource=questionnaire&actor=survey&resourceId=SIPAS").then().statusCode(200)
                .body("items.entry.action", contains("CREATE"));
    }
}
