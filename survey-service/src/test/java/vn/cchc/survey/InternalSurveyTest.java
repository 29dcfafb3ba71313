package vn.cchc.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.transition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A fourth questionnaire, of every scale and for internal use, from its creation to its result, by the API alone. */
@QuarkusTest
class InternalSurveyTest {

    private static final int RESPONDENTS = 12;

    @Inject
    Session database;

    @Test
    void aQuestionnaireForInternalUseGoesFromItsCreationToItsResult() {
        String code = questionnaire();
        String id = draft(code, 2046);
        transition(id, "opening").statusCode(200);
        List<String> tokens = invite(id, RESPONDENTS + 1);

        refusedWithAllFaults(id, tokens.get(RESPONDENTS));
        answerAll(id, tokens);
        as("surveyor").get("/campaigns/{id}/texts", id).then().statusCode(409);
        transition(id, "closing").statusCode(200);

        as("viewer").get("/campaigns/{id}/result", id).then().statusCode(200).body("indicator", nullValue())
                .body("respondents", equalTo(RESPONDENTS)).body("answers", equalTo(RESPONDENTS + 8))
                .body("yesNo.code", contains("ONLINE")).body("yesNo[0].answers", equalTo(RESPONDENTS))
                .body("yesNo[0].yes", equalTo(8)).body("yesNo[0].percent", equalTo(66.67f))
                .body("numbers.code", contains("VISITS", "CHILDREN")).body("numbers[0].answers", equalTo(8))
                .body("numbers[0].sum", equalTo(36)).body("numbers[0].mean", equalTo(4.5f))
                .body("numbers[1].suppressed", equalTo(true)).body("numbers[1].sum", nullValue());
        theTextsAreThere(id);
        transition(id, "publication").statusCode(200).body("state", equalTo("PUBLISHED")).body("indicator", nullValue());
        assertThat(number("select (select count(*) from outbox where data like '%" + id
                + "%') + (select count(*) from published_event where data like '%" + id + "%')")).isZero();
        as("viewer").get("/campaigns?year=2046").then().body("items.id", hasItem(id));
        as("viewer").get("/campaigns?year=2046&indicator=CT15").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void theResultOfAnInternalCampaignReplacesNoOther() {
        String code = questionnaire();
        for (int i = 0; i < 2; i++) {
            String id = draft(code, 2047);
            transition(id, "opening").statusCode(200);
            answerAll(id, invite(id, RESPONDENTS));
            transition(id, "closing").statusCode(200);
            transition(id, "publication").statusCode(200).body("resultVersion", equalTo(1));
        }
    }

    @Test
    void textsOfFewerThanFiveRespondentsAreShownToNobody() {
        String id = draft(questionnaire(), 2046);
        transition(id, "opening").statusCode(200);
        String token = invite(id, 1).get(0);
        answer(id, token, Map.of("ONLINE", 0), Map.of("SUGGESTION", "Rất tốt")).then().statusCode(200);
        transition(id, "closing").statusCode(200);

        as("surveyor").get("/campaigns/{id}/texts", id).then().statusCode(409).body("code", equalTo("texts-suppressed"));
        as("viewer").get("/campaigns/{id}/texts", id).then().statusCode(403);
    }

    private static String questionnaire() {
        String code = "NB" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        Map<String, Object> ifOnline = Map.of("question", "ONLINE", "values", List.of(1));
        as("surveyor").body(Map.of("code", code, "title", "Khảo sát nội bộ", "titleEn", "Internal survey", "titleKm", "ខ្មែរ",
                "sections", List.of(Map.of("code", "WEB", "title", "Trên mạng", "titleEn", "Online", "condition", ifOnline)),
                "questions", List.of(question("OVERALL", "LEVEL", Map.of("obligatory", false)),
                        question("ONLINE", "YES_NO", Map.of("obligatory", true)),
                        question("EASY", "LEVEL", Map.of("section", "WEB", "obligatory", true)),
                        question("VISITS", "NUMBER", Map.of("section", "WEB", "min", 1, "max", 50)),
                        question("CHILDREN", "NUMBER", Map.of("textKm", "កូន")),
                        question("SUGGESTION", "TEXT", Map.of("maxLength", 100)))))
                .post("/questionnaires").then().statusCode(201).body("indicator", nullValue()).body("titleKm", notNullValue())
                .body("sections[0].condition.values", contains(1)).body("questions[2].obligatory", equalTo(true))
                .body("questions[0]", not(hasKey("obligatory")));
        return code;
    }

    private static Map<String, Object> question(String code, String scale, Map<String, Object> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.putAll(Map.of("code", code, "scale", scale, "text", "Câu " + code, "textEn", "Question " + code));
        return question;
    }

    private static void refusedWithAllFaults(String id, String token) {
        answer(id, token, Map.of("ONLINE", 0, "EASY", 4, "CHILDREN", -1), Map.of("SUGGESTION", "x".repeat(101))).then()
                .statusCode(422).body("errors.pointer", contains("/answers/CHILDREN", "/texts/SUGGESTION", "/answers/EASY"))
                .body("errors.code", contains("out-of-range", "too-long", "question-not-asked"));
    }

    /** Eight of twelve applied online, and visited 1 to 8 times; the first three have children. */
    private static void answerAll(String id, List<String> tokens) {
        for (int i = 0; i < RESPONDENTS; i++) {
            Map<String, Integer> answers = new HashMap<>(Map.of("OVERALL", 5, "ONLINE", i < 8 ? 1 : 0));
            if (i < 8) {
                answers.putAll(Map.of("EASY", 4, "VISITS", i + 1));
            }
            if (i < 3) {
                answers.put("CHILDREN", 2);
            }
            Map<String, String> texts = i % 2 == 0 ? Map.of("SUGGESTION", "Ý kiến\t" + i + " \\ gọi 0912 345 678\n")
                    : Map.of("SUGGESTION", "  ");
            answer(id, tokens.get(i), answers, texts).then().statusCode(200);
        }
    }

    private void theTextsAreThere(String id) {
        as("surveyor").get("/campaigns/{id}/texts?question=SUGGESTION", id).then().statusCode(200).body("items", hasSize(6))
                .body("items.text", hasItem("Ý kiến\t4 \\ gọi [đã xóa]\n")).body("next", nullValue());
        String next = as("surveyor").get("/campaigns/{id}/texts?limit=4", id).then().body("items", hasSize(4)).extract()
                .path("next");
        as("surveyor").basePath("").get(next).then().body("items", hasSize(2)).body("next", nullValue());
        as("surveyor").get("/campaigns/{id}/texts?question=OVERALL", id).then().body("items", empty());
        assertThat(database.createNativeQuery(
                "select column_name from information_schema.columns where table_name = 'free_text'", String.class)
                .getResultList()).containsExactlyInAnyOrder("campaign", "id", "question", "content");
        assertThat(number("select count(*) from answer where scores::text like '%SUGGESTION%' and campaign = '" + id + "'"))
                .isZero();
        assertThat(number("select count(*) from pg_class where relname = 'unsorted_free_text_" + id.replace("-", "") + "'"))
                .isZero();
    }

    private static Response answer(String id, String token, Map<String, Integer> answers,
            Map<String, String> texts) {
        return anonymous().body(Map.of("token", token, "answers", answers, "texts", texts)).post("/campaigns/{id}/answers", id);
    }

    private long number(String query) {
        return database.createNativeQuery(query, Long.class).getSingleResult().longValue();
    }
}
