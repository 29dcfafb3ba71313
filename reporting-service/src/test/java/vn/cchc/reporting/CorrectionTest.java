package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.ReportFixture.ifMatch;
import static vn.cchc.reporting.ReportFixture.withoutIfMatch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** A correction is a new version of an accepted report; until it is accepted, the earlier version counts everywhere. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class CorrectionTest {

    private static final Map<String, String> CORRECTION = Map.of("reasonCode", "WRONG_FIGURE", "reason",
            "Tính thiếu hồ sơ tháng 11", "requestedBy", "Thanh tra tỉnh", "changes", "CT90 từ 17 thành 18");
    private static final Map<String, Integer> MORE = Map.of("numerator", 18, "denominator", 20);

    @Inject
    ReportFixture reports;

    @Test
    void theAcceptedVersionCountsUntilTheCorrectionIsAccepted() {
        String report = accepted("2012Q1");
        String export = csv("period=2012Q1");

        correct(report).then().statusCode(200).body("state", equalTo("DRAFT")).body("version", equalTo(2))
                .body("acceptedVersion", equalTo(1)).body("correction.requestedBy", equalTo("Thanh tra tỉnh"))
                .body("correction.by", equalTo("reviewer")).body("figures[0].numerator", equalTo(17))
                .body("contributors", contains("tccb-head", "tccb-reporter")).body("acceptedAt", nullValue());
        as("tccb-reporter").body(MORE).put("/api/v1/reports/{id}/figures/CT90", report).then().statusCode(200);

        as("viewer").get("/api/v1/reports/{id}", report).then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("version", equalTo(1)).body("figures[0].numerator", equalTo(17)).body("correction", nullValue());
        as("viewer").get("/api/v1/reports?period=2012Q1").then().body("items.state", contains("ACCEPTED"))
                .body("items.version", contains(1));
        as("viewer").get("/api/v1/reports?period=2012Q1&state=DRAFT").then().body("items", empty());
        as("reviewer").get("/api/v1/reports?period=2012Q1&state=ACCEPTED").then().body("items.id", contains(report))
                .body("items.version", contains(1));
        as("reviewer").get("/api/v1/reports?period=2012Q1&state=DRAFT").then().body("items.version", contains(2));
        as("viewer").get("/api/v1/reports/{id}/history", report).then().body("items.action",
                contains("CREATE", "SUBMIT", "ACCEPT"));
        as("tccb-head").get("/api/v1/reports/{id}/history", report).then().body("items.action",
                contains("CREATE", "SUBMIT", "ACCEPT", "CORRECT"));
        assertThat(csv("period=2012Q1")).isEqualTo(export);

        submit(report).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200)
                .body("state", equalTo("ACCEPTED")).body("version", equalTo(2)).body("acceptedVersion", equalTo(2));

        as("viewer").get("/api/v1/reports/{id}", report).then().body("version", equalTo(2))
                .body("figures[0].numerator", equalTo(18)).body("correction.reason", equalTo("Tính thiếu hồ sơ tháng 11"));
        assertThat(csv("period=2012Q1")).contains(",18,20,").doesNotContain(",17,20,");
    }

    @Test
    void versionOneOfACorrectedReportIsEqualToTheByteToWhatWasExportedBefore() {
        String report = accepted("2012H1");
        String csv = csv("period=2012H1");
        byte[] xlsx = xlsx("period=2012H1");
        String seal = seal(report, "/seal");
        String view = as("viewer").get("/api/v1/reports/{id}/versions/1", report).asString();

        correct(report).then().statusCode(200);
        as("tccb-reporter").body(MORE).put("/api/v1/reports/{id}/figures/CT90", report).then().statusCode(200);
        as("tccb-reporter").body(Map.of("results", "Đã sửa")).put("/api/v1/reports/{id}/narrative", report).then()
                .statusCode(200);
        as("tccb-reporter").body(List.of()).put("/api/v1/reports/{id}/evidence", report).then().statusCode(200);
        acceptAgain(report);

        assertThat(csv("period=2012H1&version=1")).isEqualTo(csv);
        assertThat(csv("period=2012H1&asOf=" + acceptedAt(report, 1))).isEqualTo(csv);
        assertThat(csv("period=2012H1&asOf=" + acceptedAt(report, 2))).isEqualTo(csv("period=2012H1")).isNotEqualTo(csv);
        assertThat(csv("period=2012H1&asOf=1999-01-01T00:00:00Z").lines()).hasSize(1);
        assertThat(xlsx("period=2012H1&version=1")).isEqualTo(xlsx);
        assertThat(xlsx("period=2012H1")).isNotEqualTo(xlsx);
        assertThat(seal(report, "/versions/1/seal")).isEqualTo(seal);
        assertThat(as("viewer").get("/api/v1/reports/{id}/versions/1", report).asString()).isEqualTo(view);
        as("viewer").get("/api/v1/reports/{id}/versions", report).then().body("items.version", contains(1, 2))
                .body("items[0].correction", nullValue()).body("items[1].correction.changes", equalTo("CT90 từ 17 thành 18"));
        as("viewer").get("/api/v1/reports/{id}/versions/2/seal", report).then().body("intact", equalTo(true));
        as("viewer").get("/api/v1/reports/{id}/versions/3", report).then().statusCode(404);
        as("viewer").get("/api/v1/exports/figures.csv?version=1&asOf=2020-01-01T00:00:00Z").then().statusCode(400);
    }

    @Test
    void aCancelledCorrectionLeavesTheAcceptedVersion() {
        String report = accepted("2012Q3");
        String csv = csv("period=2012Q3");
        String seal = seal(report, "/seal");
        Map<String, ?> before = content(report);
        correct(report).then().statusCode(200);
        as("tccb-reporter").body(Map.of()).put("/api/v1/reports/{id}/figures", report).then().statusCode(200);
        as("tccb-reporter").body(Map.of("results", "Khác")).put("/api/v1/reports/{id}/narrative", report).then()
                .statusCode(200);
        as("tccb-reporter").body(List.of()).put("/api/v1/reports/{id}/evidence", report).then().statusCode(200);

        as("tccb-head").post("/api/v1/reports/{id}/correction/cancellation", report).then().statusCode(200)
                .body("state", equalTo("ACCEPTED")).body("version", equalTo(1)).body("correction", nullValue());

        assertThat(content(report)).isEqualTo(before);
        assertThat(csv("period=2012Q3")).isEqualTo(csv);
        assertThat(seal(report, "/seal")).isEqualTo(seal);
        as("tccb-head").post("/api/v1/reports/{id}/correction/cancellation", report).then().statusCode(409)
                .body("code", equalTo("not-in-correction"));
    }

    @Test
    void onlyAnAcceptedReportIsCorrectedByAReviewerOrTheHeadOfItsUnit() {
        String report = reports.draft("2013Q1");
        correct(report).then().statusCode(409).body("code", equalTo("wrong-state"));
        as("tccb-head").post("/api/v1/reports/{id}/correction/cancellation", report).then().statusCode(409);
        reports.accept(report, "Đủ");

        as("reviewer").body(Map.of("reason", " ")).post("/api/v1/reports/{id}/correction", report).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/reasonCode", "/reason", "/requestedBy", "/changes"));
        as("tccb-reporter").body(CORRECTION).post("/api/v1/reports/{id}/correction", report).then().statusCode(403);
        as("vp-head").body(CORRECTION).post("/api/v1/reports/{id}/correction", report).then().statusCode(403)
                .body("code", equalTo("foreign-unit"));
        as("tccb-head").body(CORRECTION).post("/api/v1/reports/{id}/correction", report).then().statusCode(200)
                .body("correction.by", equalTo("tccb-head"));
        as("vp-reporter").body(MORE).put("/api/v1/reports/{id}/figures/CT90", report).then().statusCode(403);
    }

    @Test
    void whoContributedToTheFirstVersionCannotAcceptItsCorrection() {
        String report = accepted("2013H1");
        correct(report).then().statusCode(200);
        String former = Tokens.with("reviewer", Map.of("sub", "tccb-reporter"));

        submit(report).then().statusCode(200).body("contributors", contains("tccb-head", "tccb-reporter"));

        withoutIfMatch("reviewer").auth().oauth2(former).header("If-Match", "*")
                .post("/api/v1/reports/{id}/acceptance", report).then().statusCode(403).body("code", equalTo("four-eyes"));
    }

    @Test
    void ofACorrectionAndAnotherOneAtOnceOneSucceedsAndTheOtherIsRefusedWithTheFirst() {
        String report = accepted("2013Q3");
        String seen = withoutIfMatch("tccb-head").get("/api/v1/reports/{id}", report).header("ETag");

        List<CompletableFuture<Response>> calls = QuarkusTransaction.requiringNew().call(() -> {
            reports.lock(report);
            List<CompletableFuture<Response>> sent = Stream.of("reviewer", "tccb-head")
                    .map(persona -> ConcurrentTasks.supply(() -> ifMatch(seen, persona).body(CORRECTION)
                            .post("/api/v1/reports/{id}/correction", report)))
                    .toList();
            await().atMost(20, SECONDS).until(() -> reports.sessionsWaitingForLock() == 2);
            return sent;
        });

        List<Response> replies = calls.stream().map(CompletableFuture::join).toList();
        assertThat(replies).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        replies.stream().filter(reply -> reply.statusCode() == 412).forEach(refused -> refused.then()
                .body("changes.action", contains("CORRECT")));
    }

    @Test
    void theApplicationCannotAlterAVersion() {
        String report = accepted("2014Q1");

        for (String change : List.of("update report_version set seal = 'x' where report = '%s'",
                "delete from report_version_figure where report = '%s'")) {
            assertThatThrownBy(() -> reports.sql(change.formatted(report))).rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aReportThatTheEarlierReleaseAcceptsHasAVersionToo() {
        String report = accepted("2014H1");
        for (String table : List.of("report_version_figure", "report_version_evidence", "report_version")) {
            reports.sqlAsOwner("delete from %s where report = '%s'".formatted(table, report));
        }
        Map<String, ?> before = content(report);
        reports.sql(
                """
                        update report set state = 'SUBMITTED', accepted_version = null, accepted_by = null, accepted_at = null, seal = null,
                          seal_format = null where id = '%s'"""
                        .formatted(report));
        reports.sql("""
                update report set state = 'ACCEPTED', accepted_by = 'reviewer', accepted_at = now(), seal = 'x', seal_format = 1
                where id = '%s'""".formatted(report));

        assertThat(as("viewer").get("/api/v1/reports/{id}/versions/1", report).then().statusCode(200).extract()
                .<Map<String, ?>> path("report.narrative")).isEqualTo(before.get("narrative"));
        as("viewer").get("/api/v1/reports/{id}", report).then().body("evidence", equalTo(before.get("evidence")))
                .body("contributors", equalTo(before.get("contributors")))
                .body("figures.numerator", contains(17, null));
    }

    private String accepted(String period) {
        String report = reports.draft(period);
        as("tccb-reporter").body(Map.of("results", "Đã hoàn thành")).put("/api/v1/reports/{id}/narrative", report).then()
                .statusCode(200);
        as("tccb-reporter").body(List.of(Map.of("title", "Quyết định", "date", "2025-03-14")))
                .put("/api/v1/reports/{id}/evidence", report).then().statusCode(200);
        reports.accept(report, "Đủ hồ sơ");
        return report;
    }

    private static Response correct(String report) {
        return as("reviewer").body(CORRECTION).post("/api/v1/reports/{id}/correction", report);
    }

    private static Response submit(String report) {
        return as("tccb-head").post("/api/v1/reports/{id}/submission", report);
    }

    private static void acceptAgain(String report) {
        submit(report).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
    }

    private static Map<String, ?> content(String report) {
        Map<String, Object> content = new TreeMap<>(
                withoutIfMatch("tccb-head").get("/api/v1/reports/{id}", report).jsonPath().getMap(""));
        content.remove("updatedAt");
        return content;
    }

    private static String acceptedAt(String report, int version) {
        return as("viewer").get("/api/v1/reports/{id}/versions/{n}", report, version).path("report.acceptedAt");
    }

    private static String seal(String report, String path) {
        return as("viewer").get("/api/v1/reports/" + report + path).then().statusCode(200).body("intact", equalTo(true))
                .extract().asString();
    }

    private static String csv(String query) {
        return as("viewer").get("/api/v1/exports/figures.csv?" + query).then().statusCode(200).extract().asString();
    }

    private static byte[] xlsx(String query) {
        return as("viewer").get("/api/v1/exports/figures.xlsx?" + query).then().statusCode(200).extract().asByteArray();
    }
}
