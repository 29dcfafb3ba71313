package vn.cchc.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.closedCampaign;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.submit31Answers;
import static vn.cchc.survey.Survey.transition;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;
import vn.cchc.survey.KafkaTopic;

@QuarkusTest
class CampaignResourceTest {

    @Inject
    Campaigns campaigns;

    @Test
    void aCreatedCampaignCanBeRead() {
        var reply = as("surveyor").body("""
                {"questionnaire": "EDUCATION", "year": 2025, "title": "Khảo sát năm 2025", "opensOn": "2025-11-03",
                 "closesOn": "2025-11-28", "plannedSample": 400}""").post("/campaigns").then().statusCode(201)
                .body("state", equalTo("DRAFT")).body("indicator", equalTo("CT16")).body("questionnaireVersion", equalTo(1))
                .extract();

        assertThat(reply.header("Location")).endsWith("/api/v1/campaigns/" + reply.path("id"));
        as("viewer").get("/campaigns/{id}", reply.<String> path("id")).then().statusCode(200).body("closesOn",
                equalTo("2025-11-28"));
    }

    @Test
    void allViolationsAreReportedTogether() {
        as("surveyor").header("Accept-Language", "en").body("""
                {"questionnaire": "NONE", "year": 25, "title": " ", "opensOn": "2025-11-28", "closesOn": "2025-11-03",
                 "plannedSample": 0}""").post("/campaigns").then().statusCode(422)
                .contentType("application/problem+json").body("code", equalTo("invalid-input"))
                .body("errors.pointer", contains("/year", "/title", "/closesOn", "/plannedSample", "/questionnaire"))
                .body("errors[0].detail", equalTo("The value must be a whole number from 2021 to 2099."));
    }

    @Test
    void onlyASurveyorMayChangeACampaign() {
        String id = draft("EDUCATION", 2025);

        as("viewer").body(Map.of("questionnaire", "EDUCATION", "year", 2025, "title", "x")).post("/campaigns").then()
                .statusCode(403).body("code", equalTo("forbidden"));
        as("planner").post("/campaigns/{id}/opening", id).then().statusCode(403);
        as("viewer").body(Map.of("count", 1)).post("/campaigns/{id}/invitations", id).then().statusCode(403);
        anonymous().get("/campaigns/{id}", id).then().statusCode(401);
    }

    @Test
    void anUnknownFilterIsRefused() {
        as("viewer").get("/campaigns?yaer=2025").then().statusCode(400).body("code", equalTo("unknown-parameter"))
                .body("errors.pointer", contains("yaer"));
        as("viewer").get("/campaigns?indicator=ct 16").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        as("viewer").get("/campaigns?state=ASLEEP").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        as("viewer").get("/campaigns?cursor=bm8taWQ").then().statusCode(400).body("errors.pointer", contains("cursor"));
    }

    @Test
    void filtersApplyToEveryPage() {
        String older = draft("SIPAS", 2031);
        String newer = openCampaign("SIPAS", 2031);
        draft("EDUCATION", 2031);

        as("viewer").get("/campaigns?year=2031&indicator=CT15").then().statusCode(200).body("items.id",
                contains(older, newer));
        as("viewer").get("/campaigns?year=2031&state=OPEN").then().body("items.id", contains(newer));
        as("viewer").get("/campaigns?state=DRAFT").then().body("items.state", everyItem(equalTo("DRAFT"))).body("items.id",
                not(hasItem(newer)));
        String next = as("viewer").get("/campaigns?year=2031&indicator=CT15&limit=1").then()
                .body("items.id", contains(older)).extract().path("next");
        as("viewer").basePath("").get(next).then().body("items.id", contains(newer)).body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "closing", "publication" })
    void aStatusChangeOutOfOrderIsRefused(String step) {
        String id = draft("EDUCATION", 2025);

        transition(id, step).statusCode(409).body("code", equalTo("wrong-campaign-state"));

        as("viewer").get("/campaigns/{id}", id).then().body("state", equalTo("DRAFT"));
    }

    @Test
    void theQuestionnaireOfACampaignIsPublic() {
        anonymous().get("/campaigns/{id}/questionnaire", draft("EDUCATION", 2025)).then().statusCode(200)
                .body("code", equalTo("EDUCATION")).body("questions", hasSize(17));
        anonymous().get("/campaigns/{id}/questionnaire", "019a3f52-7c1e-7b60-9a53-0d1c2b3a4f5e").then().statusCode(404);
        anonymous().get("/campaigns/not-an-id/questionnaire").then().statusCode(400);
    }

    @Test
    void twentySixOf31SatisfiedRespondentsAre8387Percent() {
        String id = openCampaign("EDUCATION", 2025);
        as("viewer").get("/campaigns/{id}/result", id).then().statusCode(409).body("code", equalTo("result-not-available"));
        submit31Answers(id);
        as("viewer").get("/campaigns/{id}/progress", id).then().statusCode(200).body("answers", equalTo(31))
                .body("invitations", equalTo(31));

        transition(id, "closing").statusCode(200).body("state", equalTo("CLOSED"));

        as("viewer").get("/campaigns/{id}/result", id).then().statusCode(200).body("respondents", equalTo(31))
                .body("answers", equalTo(31)).body("satisfied", equalTo(26)).body("satisfiedRate", equalTo(83.87f))
                .body("interval.lower", equalTo(67.37f)).body("interval.upper", equalTo(92.91f))
                .body("fullySatisfied.numerator", equalTo(26)).body("responseRate.percent", equalTo(100.0f))
                .body("expectation.percent", equalTo(83.55f)).body("topics.answers", everyItem(equalTo(0)))
                .body("questions.find { it.code == 'OVERALL' }.satisfiedRate", equalTo(83.87f));
    }

    @Test
    void aPublishedResultIsSentAsACloudEvent() {
        String id = closedCampaign("EDUCATION", 2025);

        transition(id, "publication").statusCode(200).body("state", equalTo("PUBLISHED"));

        var message = KafkaTopic.await(SurveyResultPublished.TOPIC, record -> new String(record.value()).contains(id));
        assertThat(message.key()).isEqualTo("CT16|2025|POOLED");
        var envelope = KafkaMessageFactory.createReader(message).toEvent();
        assertThat(envelope.getType()).isEqualTo("vn.cchc.SurveyResultPublished");
        assertThat(envelope.getSource()).hasToString("/services/survey");
        assertThat(message.headers()).extracting(header -> header.key()).contains("ce_id", "ce_type", "ce_source");
        var event = EventFormat.read(message.value(), SurveyResultPublished.class);
        assertThat(event).extracting("satisfied", "answers", "respondents", "publishedBy").containsExactly(26L, 31L, 31L,
                "surveyor");
        transition(id, "publication").statusCode(409);
    }

    @Test
    void aSecondResultIsPublishedOnlyByDecisionAndTheFirstRemains() {
        String first = closedCampaign("SIPAS", 2026);
        String second = closedCampaign("SIPAS", 2026);
        transition(first, "publication").statusCode(200).body("resultVersion", equalTo(1));
        transition(second, "publication").statusCode(409).body("code", equalTo("result-already-published"));
        Map<String, String> decision = new HashMap<>(
                Map.of("number", "125/QĐ-SGDĐT", "date", "2026-02-03", "reason", "Khảo sát lại"));
        as("surveyor").body(Map.of("decision", decision)).post("/campaigns/{id}/publication", second).then().statusCode(422)
                .body("errors.pointer", contains("/decision/signer"));
        decision.put("signer", "Giám đốc");

        as("surveyor").body(Map.of("decision", decision)).post("/campaigns/{id}/publication", second).then().statusCode(200)
                .body("resultVersion", equalTo(2)).body("decision.number", equalTo("125/QĐ-SGDĐT"));

        var message = KafkaTopic.await(SurveyResultPublished.TOPIC, record -> new String(record.value()).contains(second));
        assertThat(message.key()).isEqualTo("CT15|2026|POOLED");
        assertThat(EventFormat.read(message.value(), SurveyResultPublished.class).resultVersion()).isEqualTo(2);
        as("viewer").get("/campaigns/{id}", first).then().body("state", equalTo("PUBLISHED")).body("resultVersion", equalTo(1));
        as("viewer").get("/campaigns/{id}/result", first).then().statusCode(200).body("respondents", equalTo(31));
    }

    @Test
    void aResultOfAnotherMethodIsASeriesOfItsOwn() {
        String other = closedCampaign("SIPAS", 2033);
        transition(other, "publication").statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> campaigns.update("method = 'DOSSIERS' where id = ?1", UUID.fromString(other)));
        String pooled = closedCampaign("SIPAS", 2033);

        transition(pooled, "publication").statusCode(200).body("resultVersion", equalTo(1)).body("decision", nullValue());
    }

    @Test
    void thePublicationOfAFirstResultNeedsNoBody() throws IOException, InterruptedException {
        String id = closedCampaign("SIPAS", 2032);
        URI address = URI.create(RestAssured.baseURI + ':' + RestAssured.port + "/api/v1/campaigns/" + id + "/publication");

        var response = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(address).header("Authorization", "Bearer " + Tokens.of("surveyor"))
                        .header("If-Match", "*").POST(BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void aCampaignThatNobodyAnsweredIsNotPublished() {
        String id = openCampaign("EDUCATION", 2025);
        invite(id, 3);
        transition(id, "closing").statusCode(200);

        transition(id, "publication").statusCode(422).body("code", equalTo("too-few-respondents"));

        as("viewer").get("/campaigns/{id}/result", id).then().statusCode(200).body("suppressed", equalTo(true))
                .body("respondents", nullValue()).body("satisfiedRate", nullValue()).body("groups", empty());
        as("surveyor").body(Map.of("count", 1)).post("/campaigns/{id}/invitations", id).then().statusCode(409);
    }
}
