package vn.cchc.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.withIfMatch;
import static vn.cchc.survey.Survey.withoutIfMatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuestionnaireResourceTest {

    @Test
    void theThreeQuestionnairesOfThePlanAreThere() {
        for (String code : List.of("EDUCATION", "PROCEDURES", "SIPAS")) {
            as("viewer").get("/questionnaires/{code}?version=1", code).then().statusCode(200).body("code", equalTo(code));
        }
    }

    @Test
    void publicEducationAsksFiveGroupsAboutFiveFields() {
        as("auditor").get("/questionnaires/EDUCATION?version=1").then().statusCode(200).body("indicator", equalTo("CT16"))
                .body("topics.code", contains("ACCESS", "FACILITIES", "ENVIRONMENT", "ACTIVITIES", "RESULTS"))
                .body("groups", hasSize(5)).body("questions.code", hasItem("OVERALL"))
                .body("levels.label[4]", equalTo("hài lòng"))
                .body("levels.value", contains(0, 1, 2, 3, 4, 5));
    }

    @Test
    void aChangeIsTheNextVersionAndTheOldOneStays() {
        String code = newCode();
        String location = as("surveyor").body(form(code, "CT14", "Lần một")).post("/questionnaires").then().statusCode(201)
                .extract().header("Location");

        as("surveyor").body(form(code, "CT14", "Lần hai")).put("/questionnaires/{code}", code).then().statusCode(200)
                .body("version", equalTo(2));

        assertThat(location).endsWith("/api/v1/questionnaires/" + code);
        as("viewer").get("/questionnaires/{code}", code).then().body("title", equalTo("Lần hai"));
        as("viewer").get("/questionnaires/{code}?version=1", code).then().body("title", equalTo("Lần một"));
    }

    @Test
    void everyVersionMeasuresTheSameIndicator() {
        String code = newCode();
        as("surveyor").body(form(code, "CT14", "Lần một")).post("/questionnaires").then().statusCode(201);

        as("surveyor").body(form("OTHER", "CT15", "")).put("/questionnaires/{code}", code).then().statusCode(422)
                .body("errors.pointer", contains("/title", "/code", "/indicator"))
                .body("errors.code", contains("missing", "code-mismatch", "indicator-mismatch"));
    }

    @Test
    void aStaleTagIsRefusedWithTheChangesOfTheLatestVersion() {
        String code = newCode();
        String first = withoutIfMatch("surveyor").body(form(code, "CT14", "Lần một")).post("/questionnaires").then()
                .statusCode(201)
                .extract().header("ETag");
        String second = withIfMatch(first, "surveyor").body(form(code, "CT14", "Lần hai")).put("/questionnaires/{code}", code)
                .then().statusCode(200).extract().header("ETag");

        withIfMatch(first, "surveyor").body(form(code, "CT14", "Lần ba")).put("/questionnaires/{code}", code).then()
                .statusCode(412).header("ETag", second).body("changes.action", contains("REVISE"))
                .body("changes[0].fields", contains("/title", "/version"));
        withoutIfMatch("surveyor").body(form(code, "CT14", "Lần ba")).put("/questionnaires/{code}", code).then()
                .statusCode(428);
        withoutIfMatch("viewer").get("/questionnaires/{code}", code).then().header("ETag", second).body("version", equalTo(2));
    }

    @Test
    void aCodeIsUnique() {
        String code = newCode();
        as("surveyor").body(form(code, "CT14", "Lần một")).post("/questionnaires").then().statusCode(201);

        as("surveyor").body(form(code, "CT14", "Lần hai")).post("/questionnaires").then().statusCode(409)
                .body("code", equalTo("questionnaire-exists"));
    }

    @Test
    void anUnknownQuestionnaireIsNotFound() {
        as("surveyor").body(form("NONE", "CT14", "Phiếu")).put("/questionnaires/NONE").then().statusCode(404);
        as("viewer").get("/questionnaires/NONE").then().statusCode(404).body("code", equalTo("not-found"));
        as("viewer").get("/questionnaires/EDUCATION?version=99").then().statusCode(404);
    }

    @Test
    void onlyASurveyorMayCreateAQuestionnaire() {
        as("viewer").body(form(newCode(), "CT14", "Phiếu")).post("/questionnaires").then().statusCode(403)
                .contentType("application/problem+json");
        anonymous().get("/questionnaires").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void anEmptyBodyIsRefused() {
        as("surveyor").post("/questionnaires").then().statusCode(422);
        as("surveyor").body("{\"topics\": [null]}").post("/questionnaires").then().statusCode(400);
    }

    @Test
    void pagesFollowEachOther() {
        String next = as("viewer").get("/questionnaires?limit=1").then().statusCode(200).body("items", hasSize(1)).extract()
                .path("next");

        as("viewer").basePath("").get(next).then().statusCode(200).body("items", hasSize(1));
        as("viewer").get("/questionnaires?limit=200").then().body("next", nullValue());
    }

    private static String newCode() {
        return "Q" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    }

    private static Map<String, Object> form(String code, String indicator, String title) {
        return Map.of("code", code, "indicator", indicator, "title", title, "titleEn", "A questionnaire", "questions",
                List.of(Map.of("code", "OVERALL", "text", "Nhìn chung?", "textEn", "All in all?")));
    }
}
