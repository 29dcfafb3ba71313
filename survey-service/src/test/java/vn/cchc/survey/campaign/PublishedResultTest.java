package vn.cchc.survey.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.closedCampaign;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.survey.KafkaTopic;

/** The result of a campaign with strata, by the API, and what its publication keeps. */
@QuarkusTest
class PublishedResultTest {

    @Inject
    EntityManager database;

    @Test
    void aWeightedResultHasUnitsStrataAndARanking() {
        String id = weighted("POOLED", 2047);

        // 10 of 10 of 1,000 people and 12 of 40 of 3,000 people: (1,000·1 + 3,000·0.3) ÷ 4,000.
        as("viewer").get("/campaigns/{id}/result", id).then().statusCode(200).body("method", equalTo("POOLED_WEIGHTED"))
                .body("intervalMethod", equalTo("WILSON_STRATIFIED_V1")).body("satisfied", equalTo(22))
                .body("answers", equalTo(50)).body("satisfiedRate", equalTo(47.5f)).body("units.code", contains("VP", "CNTT"))
                .body("strata.satisfiedRate", contains(100.0f, 30.0f)).body("strata.response.invited", contains(20, 50))
                .body("strata.response.notAnswered", contains(10, 10)).body("coveredPopulation.percent", equalTo(100.0f))
                .body("resultHash", nullValue());
        as("viewer").get("/campaigns/{id}/ranking", id).then().statusCode(200).body("units.unit", contains("VP", "CNTT"))
                .body("units.rank", contains(1, 2));
        as("viewer").get("/campaigns/{id}/result/document", id).then().statusCode(409)
                .body("code", equalTo("result-not-frozen"));
    }

    @Test
    void theMeanOfQuestionsHasAnIntervalThatTheClosingComputed() {
        String id = weighted("MEAN_OF_ITEMS", 2047);

        as("viewer").get("/campaigns/{id}/result", id).then().body("method", equalTo("MEAN_OF_ITEMS_WEIGHTED"))
                .body("interval.lower", notNullValue()).body("units.interval.lower", contains(notNullValue(), notNullValue()));
    }

    @Test
    void aPublishedResultIsFrozenWithItsHash() throws Exception {
        String id = weighted("POOLED", 2048);
        String hash = transition(id, "publication").statusCode(200).extract().path("resultHash");
        byte[] document = as("viewer").get("/campaigns/{id}/result/document", id).then().statusCode(200).extract()
                .asByteArray();
        String before = result(id);

        QuarkusTransaction.requiringNew().run(() -> database
                .createNativeQuery("update answer_count set answers = answers * 2 where campaign = :campaign")
                .setParameter("campaign", UUID.fromString(id)).executeUpdate());

        assertThat(hash).isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document)));
        assertThat(result(id)).isEqualTo(before).contains(hash);
        as("viewer").get("/campaigns/{id}", id).then().body("resultHash", equalTo(hash));
        as("viewer").get("/campaigns/{id}/ranking", id).then().body("units.rank", contains(1, 2));
        var message = KafkaTopic.await(SurveyResultPublished.TOPIC, record -> new String(record.value(), UTF_8).contains(id));
        assertThat(message.key()).isEqualTo("CT16|2048|POOLED_WEIGHTED");
        assertThat(new String(message.value(), UTF_8)).contains(hash).contains("\"rate\":47.5");
    }

    @Test
    void resultsOfDifferentMethodsAreFirstVersionsBesideEachOther() {
        transition(closedCampaign("EDUCATION", 2049), "publication").statusCode(200).body("resultVersion", equalTo(1));

        transition(weighted("POOLED", 2049), "publication").statusCode(200).body("resultVersion", equalTo(1))
                .body("decision", nullValue());

        transition(weighted("POOLED", 2049), "publication").statusCode(409).body("code", equalTo("result-already-published"));
    }

    @Test
    void aCampaignThatAsksForMoreRespondentsIsNotPublishedWithFewer() {
        String id = as("surveyor").body(Map.of("questionnaire", "EDUCATION", "year", 2050, "title", "x", "minRespondents", 30))
                .post("/campaigns").then().statusCode(201).extract().path("id");
        transition(id, "opening").statusCode(200);
        invite(id, 29).forEach(token -> answer(id, token, 5));
        transition(id, "closing").statusCode(200);

        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(29));
        transition(id, "publication").statusCode(422).body("code", equalTo("too-few-respondents"));
    }

    @Test
    void anOpenCampaignHasNoRanking() {
        as("viewer").get("/campaigns/{id}/ranking", openCampaign("EDUCATION", 2050)).then().statusCode(409);
    }

    private static String weighted(String aggregation, int year) {
        String id = as("surveyor")
                .body("""
                        {"questionnaire": "EDUCATION", "year": %d, "title": "Khảo sát theo tầng", "strata": [
                          {"code": "A", "name": "Tiểu học, Văn phòng", "nameEn": "Primary, Office", "group": "PRIMARY-PARENTS", "unit": "VP", "population": 1000},
                          {"code": "B", "name": "Trung học, Tổ CNTT", "nameEn": "Secondary, IT", "group": "UPPER-SECONDARY-PUPILS", "unit": "CNTT", "population": 3000}],
                         "aggregation": "%s", "weighting": "POPULATION"}"""
                        .formatted(year, aggregation))
                .post("/campaigns").then()
                .statusCode(201).extract().path("id");
        List<String> office = invite(id, "A", 20);
        List<String> it = invite(id, "B", 50);
        transition(id, "opening").statusCode(200);
        office.subList(0, 10).forEach(token -> answer(id, token, 5));
        it.subList(0, 12).forEach(token -> answer(id, token, 4));
        it.subList(12, 40).forEach(token -> answer(id, token, 2));
        transition(id, "closing").statusCode(200);
        return id;
    }

    private static void answer(String id, String token, int level) {
        anonymous().body(Map.of("token", token, "answers", Map.of("OVERALL", level))).post("/campaigns/{id}/answers", id).then()
                .statusCode(200);
    }

    private static String result(String id) {
        return as("viewer").get("/campaigns/{id}/result", id).then().statusCode(200).extract().asString();
    }
}
