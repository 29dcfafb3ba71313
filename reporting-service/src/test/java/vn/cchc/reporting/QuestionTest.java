package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;

/** A reviewer asks on one figure, and the unit answers, without a return. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class QuestionTest {

    private static final String WHY = "Vì sao mẫu số giảm?";

    @Inject
    ReportFixture reports;

    @Test
    void aReviewerAsksOnOneFigureAndTheUnitAnswersOnce() {
        String report = submitted("2017Q3");

        ask("reviewer", report, "figures/CT90").statusCode(201)
                .header("Location", endsWith("/reports/" + report + "/questions/1"))
                .body("askedBy", equalTo("reviewer")).body("answer", nullValue());
        ask("reviewer", report, "narrative/results").statusCode(201).body("number", equalTo(2));
        as("reviewer").get("/api/v1/reports/{id}", report).then().body("openQuestions", equalTo(2));
        answer("tccb-reporter", report, 1).statusCode(200).body("answeredBy", equalTo("tccb-reporter"));

        answer("tccb-head", report, 1).statusCode(409).body("code", equalTo("already-answered"));
        answer("tccb-head", report, 3).statusCode(404);
        as("tccb-head").get("/api/v1/reports/{id}/questions", report).then().statusCode(200)
                .body("items.field", contains("figures/CT90", "narrative/results"))
                .body("items.answer", contains("Hai thủ tục đã bãi bỏ", null));
        as("auditor").get("/api/v1/reports/{id}/questions?open=true", report).then().body("items.number", contains(2));
        as("tccb-head").get("/api/v1/reports/{id}/questions/1", report).then().statusCode(200).body("text", equalTo(WHY));
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200)
                .body("openQuestions", equalTo(1));
        // The trail shows an entry once it is sealed.
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor")
                .get("/api/v1/audit?service=reporting&resource=report-question&resourceId=" + report + "/1").then()
                .statusCode(200).body("items.entry.action", containsInAnyOrder("CREATE", "ANSWER")));
    }

    @Test
    void onlyAReportUnderReviewIsAskedAbout() {
        String report = reports.draft("2008");
        ask("reviewer", report, "evidence").statusCode(409).body("code", equalTo("not-under-review")).body("detail",
                equalTo("Chỉ đặt câu hỏi về báo cáo đã gửi và đang chờ duyệt; báo cáo này đang soạn thảo."));
        reports.accept(report, "Đủ");
        ask("reviewer", report, "evidence").statusCode(409);
    }

    @Test
    void aQuestionIsOnAFieldOfTheReport() {
        String report = submitted("2019Q3");

        ask("reviewer", report, "figures/CT92").statusCode(422).body("errors.code", contains("not-required"))
                .body("errors.pointer", contains("/field"));
        ask("reviewer", report, "remarks").statusCode(422).body("errors.code", contains("unknown-field"));
        as("reviewer").body(Map.of("text", " ")).post("/api/v1/reports/{id}/questions", report).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/field", "/text"));
    }

    @Test
    void onlyReviewersAskAndOnlyTheUnitAnswers() {
        String report = submitted("2019Q1");
        ask("tccb-head", report, "evidence").statusCode(403);
        ask("reviewer", report, "evidence").statusCode(201);
        answer("reviewer", report, 1).statusCode(403);
        answer("vp-head", report, 1).statusCode(404);
        as("vp-head").get("/api/v1/reports/{id}/questions", report).then().statusCode(404);

        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);

        answer("vp-head", report, 1).statusCode(403).body("code", equalTo("foreign-unit"));
        as("vp-head").get("/api/v1/reports/{id}/questions", report).then().statusCode(403);
        as("viewer").get("/api/v1/reports/{id}/questions", report).then().statusCode(403);
    }

    @Test
    void theApplicationCannotAlterAQuestion() {
        String report = submitted("2019H1");
        ask("reviewer", report, "evidence").statusCode(201);

        for (String change : List.of("update report_question set text = 'x' where report = '%s'",
                "delete from report_question where report = '%s'")) {
            assertThatThrownBy(() -> reports.sql(change.formatted(report))).rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private String submitted(String period) {
        String report = reports.draft(period);
        as("tccb-reporter").body(Map.of("numerator", 1, "denominator", 2)).put("/api/v1/reports/{id}/figures/CT90", report)
                .then().statusCode(200);
        as("tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(200);
        return report;
    }

    private static ValidatableResponse ask(String persona, String report, String field) {
        return as(persona).body(Map.of("field", field, "text", WHY)).post("/api/v1/reports/{id}/questions", report).then();
    }

    private static ValidatableResponse answer(String persona, String report, int number) {
        return as(persona).body(Map.of("text", "Hai thủ tục đã bãi bỏ"))
                .post("/api/v1/reports/{id}/questions/{number}/answer", report, number).then();
    }
}
