package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.ReportFixture.withoutIfMatch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** A report goes back and forth between its unit and the Department; each submission is a round. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class RoundTest {

    private static final Map<String, Object> RATED = Map.of("rating", "ACHIEVED", "statement", "Đủ hồ sơ");
    private static final Map<String, String> CORRECTION = Map.of("reasonCode", "WRONG_FIGURE", "reason", "Tính thiếu",
            "requestedBy", "Thanh tra tỉnh", "changes", "CT90");

    @Inject
    ReportFixture reports;

    @Test
    void aReturnWithoutAReasonIsRefused() {
        String report = submitted("2020Q1");

        returned(report, Map.of()).statusCode(422).body("code", equalTo("return-without-reason")).body("errors.pointer",
                contains("/reasonCode", "/reason"));
        returned(report, Map.of("reopened", List.of("evidence", "remarks"))).statusCode(422)
                .body("code", equalTo("return-without-reason"))
                .body("errors.pointer", contains("/reasonCode", "/reason", "/reopened/1"));

        as("reviewer").get("/api/v1/reports/{id}", report).then().body("state", equalTo("SUBMITTED"));
    }

    @Test
    void aSingleFieldIsReopenedWhileTheOthersStayLocked() {
        String report = submitted("2020H1");
        String author = as("reviewer").get("/api/v1/reports/{id}", report).path("figures[1].enteredAt");

        returned(report, reason("figures/CT90")).statusCode(200).body("reopened", contains("figures/CT90"));

        figure(report, "CT91", RATED).statusCode(200);
        figure(report, "CT91", Map.of("rating", "NOT_ACHIEVED", "statement", "Thiếu")).statusCode(409)
                .body("code", equalTo("field-locked")).body("errors.pointer", contains("/figures/CT91"));
        figures(report, Map.of("CT90", count(18, 20))).statusCode(409).body("errors.pointer", contains("/figures/CT91"));
        narrative(report, Map.of("results", "Khác", "proposals", "Mới")).statusCode(409)
                .body("errors.pointer", containsInAnyOrder("/narrative/results", "/narrative/proposals"));
        as("tccb-reporter").body(List.of()).put("/api/v1/reports/{id}/evidence", report).then().statusCode(409)
                .body("errors.pointer", contains("/evidence"))
                .body("detail", equalTo("Báo cáo chỉ được sửa ở các mục được mở lại khi trả lại; không thể sửa evidence."));
        narrative(report, Map.of("results", "Đã hoàn thành")).statusCode(200);
        as("tccb-head").body(Map.of("CT90", count(18, 20), "CT91", RATED)).put("/api/v1/reports/{id}/figures", report).then()
                .statusCode(200).body("figures.numerator", contains(18, null))
                .body("figures.enteredBy", contains("tccb-head", "tccb-reporter"))
                .body("figures[1].enteredAt", equalTo(author));
    }

    @Test
    void whatIsReopenedHoldsUntilTheNextSubmission() {
        String report = submitted("2020Q3");
        returned(report, reason("figures/CT90", "narrative/results")).statusCode(200);
        step("tccb-reporter", report, "handover").statusCode(200);

        as("tccb-head").body(reason("evidence")).post("/api/v1/reports/{id}/return", report).then().statusCode(422)
                .body("errors.code", contains("field-locked")).body("errors.pointer", contains("/reopened/0"));
        as("tccb-head").body(reason("figures/CT90")).post("/api/v1/reports/{id}/return", report).then().statusCode(200);
        narrative(report, Map.of("results", "Khác")).statusCode(409);
        step("tccb-head", report, "handover").statusCode(200);
        step("tccb-head", report, "withdrawal").statusCode(200);
        narrative(report, Map.of("results", "Khác")).statusCode(200);
        figure(report, "CT91", Map.of("rating", "NOT_ACHIEVED", "statement", "Thiếu")).statusCode(409);

        step("tccb-head", report, "submission").statusCode(200).body("reopened", empty());
        returned(report, reason()).statusCode(200).body("reopened", empty());
        figure(report, "CT91", Map.of("rating", "NOT_ACHIEVED", "statement", "Thiếu")).statusCode(200);
    }

    @Test
    void onlyFieldsOfTheReportAreReopened() {
        String report = submitted("2021Q1");

        returned(report, reason("figures/CT90", "figures/CT92", "figures/", "narrative/other", null)).statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body("errors.pointer", contains("/reopened/1", "/reopened/2", "/reopened/3", "/reopened/4"))
                .body("errors.code", contains("not-required", "not-required", "unknown-field", "unknown-field"));
    }

    @Test
    void everyRoundIsKeptWithWhoWhenReasonAndDifference() {
        String report = submitted("2021H1");
        step("tccb-head", report, "withdrawal").statusCode(200);
        step("tccb-head", report, "submission").statusCode(200);
        returned(report, reason("figures/CT90", "evidence")).statusCode(200);
        figure(report, "CT90", count(18, 20)).statusCode(200);
        as("tccb-reporter").body(List.of()).put("/api/v1/reports/{id}/evidence", report).then().statusCode(200);
        step("tccb-head", report, "submission").statusCode(200);
        step("reviewer", report, "acceptance").statusCode(200);

        as("tccb-reporter").get("/api/v1/reports/{id}/rounds", report).then().statusCode(200)
                .body("items.number", contains(1, 2, 3)).body("items.version", contains(1, 1, 1))
                .body("items.submittedBy", everyItem(equalTo("tccb-head")))
                .body("items.submittedAt", everyItem(notNullValue()))
                .body("items.outcome", contains("WITHDRAWN", "RETURNED", "ACCEPTED"))
                .body("items.outcomeBy", contains("tccb-head", "reviewer", "reviewer"))
                .body("items.outcomeAt", everyItem(notNullValue()))
                .body("items.reasonCode", contains(null, "WRONG_FIGURE", null))
                .body("items.reason", contains(null, "Chưa khớp phụ lục", null))
                .body("items[1].reopened", contains("figures/CT90", "evidence"));
        diff(report, 1).statusCode(200).body("previousRound", nullValue()).body("differences.field",
                contains("evidence", "figures/CT90", "figures/CT91", "narrative/results"))
                .body("differences.before", everyItem(nullValue()));
        diff(report, 2).body("previousRound", equalTo(1)).body("differences", empty());
        diff(report, 3).body("differences.field", contains("evidence", "figures/CT90"))
                .body("differences.labelEn", contains(null, "Quantitative"))
                .body("differences[1].before.numerator", equalTo(17))
                .body("differences[1].after.numerator", equalTo(18)).body("differences[0].after", nullValue())
                .body("differences[0].before.title", contains("Quyết định"));
        diff(report, 4).statusCode(404);
    }

    @Test
    void theFirstRoundOfACorrectionIsComparedWithTheAcceptedVersion() {
        String report = submitted("2021Q3");
        step("reviewer", report, "acceptance").statusCode(200);
        as("reviewer").body(CORRECTION).post("/api/v1/reports/{id}/correction", report).then().statusCode(200);
        figure(report, "CT90", count(19, 20)).statusCode(200);
        step("tccb-head", report, "submission").statusCode(200);
        returned(report, reason("figures/CT90")).statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/correction/cancellation", report).then().statusCode(200);
        as("reviewer").body(CORRECTION).post("/api/v1/reports/{id}/correction", report).then().statusCode(200)
                .body("reopened", empty());
        narrative(report, Map.of("results", "Đã sửa")).statusCode(200);
        step("tccb-head", report, "submission").statusCode(200);

        diff(report, 2).body("acceptedVersion", equalTo(1)).body("differences.field", contains("figures/CT90"))
                .body("differences[0].before.numerator", equalTo(17)).body("differences[0].after.numerator", equalTo(19));
        diff(report, 3).body("acceptedVersion", equalTo(1)).body("previousRound", nullValue()).body("differences.field",
                contains("narrative/results")).body("differences[0].before", equalTo("Đã hoàn thành"));
        as("reviewer").get("/api/v1/reports/{id}/rounds", report).then().body("items.version", contains(1, 2, 2))
                .body("items.outcome", contains("ACCEPTED", "RETURNED", null));
        as("viewer").get("/api/v1/reports/{id}/rounds", report).then().body("items.number", contains(1, 2));
    }

    @Test
    void theDifferencesAreForTheUnitReviewersAndAuditorsOnly() {
        String report = submitted("2022Q1");
        as("vp-head").get("/api/v1/reports/{id}/rounds", report).then().statusCode(404);
        step("reviewer", report, "acceptance").statusCode(200);

        as("vp-head").get("/api/v1/reports/{id}/rounds", report).then().statusCode(200);
        as("vp-head").get("/api/v1/reports/{id}/rounds/1/diff", report).then().statusCode(403)
                .body("code", equalTo("foreign-unit"));
        as("viewer").get("/api/v1/reports/{id}/rounds/1/diff", report).then().statusCode(403);
        as("auditor").get("/api/v1/reports/{id}/rounds/1/diff", report).then().statusCode(200);
    }

    @Test
    void approvingNeverChangesAuthorOrSubmitTime() {
        String report = submitted("2022H1");
        Response before = as("reviewer").get("/api/v1/reports/{id}", report);

        Response after = as("reviewer").post("/api/v1/reports/{id}/acceptance", report);

        for (String field : List.of("createdBy", "createdAt", "submittedBy", "submittedAt", "firstSubmittedAt", "contributors",
                "figures.enteredBy", "figures.enteredAt")) {
            assertThat(after.<Object> path(field)).as(field).isNotNull().isEqualTo(before.path(field));
        }
    }

    @Test
    void ofAReturnAndAnAcceptanceAtOnceOneSucceedsAndTheOtherIsRefusedWithTheFirst() {
        String report = submitted("2022Q3");
        String seen = withoutIfMatch("reviewer").get("/api/v1/reports/{id}", report).header("ETag");

        List<CompletableFuture<Response>> calls = QuarkusTransaction.requiringNew().call(() -> {
            reports.lock(report);
            List<CompletableFuture<Response>> sent = Stream.of(
                    ConcurrentTasks.supply(() -> review("reviewer", seen, report, "acceptance")),
                    ConcurrentTasks.supply(() -> review("reviewer-2", seen, report, "return"))).toList();
            await().atMost(20, SECONDS).until(() -> reports.sessionsWaitingForLock() == 2);
            return sent;
        });
        List<Response> replies = calls.stream().map(CompletableFuture::join).toList();

        assertThat(replies).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        boolean accepted = replies.get(0).statusCode() == 200;
        replies.get(accepted ? 1 : 0).then().body("changes.action", contains(accepted ? "ACCEPT" : "RETURN"))
                .body("changes.by", contains(accepted ? "reviewer" : "reviewer-2"));
        as("reviewer").get("/api/v1/reports/{id}", report).then().body("state", equalTo(accepted ? "ACCEPTED" : "RETURNED"));
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheRounds() {
        String report = submitted("2018Q1");
        long few = statements("/api/v1/reports/" + report + "/rounds");
        long diff = statements("/api/v1/reports/" + report + "/rounds/1/diff");
        for (int round = 2; round <= 4; round++) {
            step("tccb-head", report, "withdrawal").statusCode(200);
            figure(report, "CT90", count(13 + round, 20)).statusCode(200);
            step("tccb-head", report, "submission").statusCode(200);
        }

        assertThat(statements("/api/v1/reports/" + report + "/rounds")).isEqualTo(few);
        assertThat(statements("/api/v1/reports/" + report + "/rounds/4/diff")).isEqualTo(diff + 1);
        Response first = as("reviewer").get("/api/v1/reports/{id}/rounds?limit=3", report);
        first.then().body("items.number", contains(1, 2, 3));
        as("reviewer").urlEncodingEnabled(false).get(first.<String> path("next")).then().body("items.number", contains(4))
                .body("next", nullValue());
    }

    @Test
    void theApplicationCannotAlterARound() {
        String report = submitted("2018Q3");

        for (String change : List.of("update report_round set format = 2 where report = '%s'",
                "delete from report_round where report = '%s'")) {
            assertThatThrownBy(() -> reports.sql(change.formatted(report))).rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private String submitted(String period) {
        String report = reports.draft(period);
        figures(report, Map.of("CT90", count(17, 20), "CT91", RATED)).statusCode(200);
        narrative(report, Map.of("results", "Đã hoàn thành")).statusCode(200);
        as("tccb-reporter").body(List.of(Map.of("title", "Quyết định"))).put("/api/v1/reports/{id}/evidence", report).then()
                .statusCode(200);
        step("tccb-head", report, "submission").statusCode(200);
        return report;
    }

    /** The least of twenty calls: the statements of background tasks are counted, too. */
    private static long statements(String path) {
        return StatementCount.of(as("reviewer"), call -> call.get(path).then().statusCode(200));
    }

    private static Response review(String subject, String seen, String report, String step) {
        return withoutIfMatch("reviewer").auth().oauth2(Tokens.with("reviewer", Map.of("sub", subject)))
                .header("If-Match", seen).body(reason()).post("/api/v1/reports/{id}/{step}", report, step);
    }

    private static Map<String, Object> reason(String... reopened) {
        return Map.of("reasonCode", "WRONG_FIGURE", "reason", "Chưa khớp phụ lục", "reopened", Arrays.asList(reopened));
    }

    private static Map<String, Object> count(int numerator, int denominator) {
        return Map.of("numerator", numerator, "denominator", denominator);
    }

    private static ValidatableResponse returned(String report, Map<String, ?> body) {
        return as("reviewer").body(body).post("/api/v1/reports/{id}/return", report).then();
    }

    private static ValidatableResponse figure(String report, String indicator, Map<String, ?> body) {
        return as("tccb-reporter").body(body).put("/api/v1/reports/{id}/figures/{indicator}", report, indicator).then();
    }

    private static ValidatableResponse figures(String report, Map<String, ?> body) {
        return as("tccb-reporter").body(body).put("/api/v1/reports/{id}/figures", report).then();
    }

    private static ValidatableResponse narrative(String report, Map<String, String> body) {
        return as("tccb-reporter").body(body).put("/api/v1/reports/{id}/narrative", report).then();
    }

    private static ValidatableResponse step(String persona, String report, String step) {
        return as(persona).post("/api/v1/reports/{id}/{step}", report, step).then();
    }

    private static ValidatableResponse diff(String report, int round) {
        return as("reviewer").get("/api/v1/reports/{id}/rounds/{n}/diff", report, round).then();
    }
}
