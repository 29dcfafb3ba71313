package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import vn.cchc.local.LocalStackTestResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class EvidenceTest {

    private static final Map<String, Object> DECISION = Map.of("number", "125/QĐ-SGDĐT", "date", "2025-03-14", "issuer",
            "Sở Giáo dục và Đào tạo", "title", "Quyết định công bố danh mục", "page", "3–5", "url",
            "https://vanban.example.vn/125.pdf", "sha256", "AB".repeat(32));

    @Inject
    ReportFixture reports;

    @Test
    void newEvidenceReplacesTheEarlierOneAndKeepsItsOrder() {
        String report = reports.draft("2015");
        enter(report, List.of(title("a"), title("b"), title("c"))).then().statusCode(200);

        enter(report, List.of(title("z"), DECISION)).then().statusCode(200).body("evidence.title",
                contains("z", "Quyết định công bố danh mục"));

        as("tccb-reporter").get("/api/v1/reports/{id}", report).then()
                .body("evidence.title", contains("z", "Quyết định công bố danh mục"))
                .body("evidence[1].number", equalTo("125/QĐ-SGDĐT")).body("evidence[1].date", equalTo("2025-03-14"))
                .body("evidence[1].sha256", equalTo("ab".repeat(32)));
        enter(report, List.of()).then().statusCode(200).body("evidence", empty());
    }

    @Test
    void allViolationsAreListedByIndexAndNothingIsStored() {
        String report = reports.draft("2014");

        enter(report, List.of(title("a"), Map.of("number", "x".repeat(101)), title(" "),
                Map.of("title", "b", "url", "javascript:alert(1)", "sha256", "12"),
                Map.of("title", "c", "url", "http://x.vn/" + "x".repeat(1988)),
                Map.of("title", "d", "url", "https://user:secret@example.vn/"),
                Map.of("title", "e", "url", "https://user:secret@x.vn/" + "😀".repeat(1000)),
                Map.of("title", "f", "url", "javascript:alert(1)//" + "😀".repeat(1000))))
                .then().statusCode(422).body("code", equalTo("invalid-input"))
                .body("errors.pointer", containsInAnyOrder("/1/title", "/1/number", "/2/title", "/3/url", "/3/sha256", "/4/url",
                        "/5/url", "/6/url", "/7/url"))
                .body("errors.code", containsInAnyOrder("title-missing", "too-long", "title-missing", "url-scheme",
                        "invalid-sha256", "too-long", "url-with-credentials", "url-with-credentials", "url-scheme"));
        enter(report, Collections.nCopies(101, title("a"))).then().statusCode(422).body("errors.code",
                contains("too-many-documents"));
        enter(report, List.of(title("a"), Map.of("title", "b", "date", "2100-01-01"))).then().statusCode(400)
                .body("errors.pointer", contains("/1/date"));
        enter(report, Arrays.asList(title("a"), null)).then().statusCode(422).body("errors.pointer", contains("/1"));

        as("tccb-reporter").get("/api/v1/reports/{id}", report).then().body("evidence", empty());
        enter(report, Collections.nCopies(100, Map.of("title", "a", "url", "http://x.vn/" + "x".repeat(1987)))).then()
                .statusCode(200);
    }

    @Test
    void onlyTheOwnUnitEntersEvidenceAndOnlyWhileTheReportIsOpen() {
        String report = reports.draft("2013");

        as("vp-reporter").body(List.of(title("a"))).put("/api/v1/reports/{id}/evidence", report).then().statusCode(404);
        as("reviewer").body(List.of(title("a"))).put("/api/v1/reports/{id}/evidence", report).then().statusCode(403);
        reports.accept(report, "Đủ hồ sơ");

        enter(report, List.of(title("a"))).then().statusCode(409).body("code", equalTo("not-editable"));
        as("vp-reporter").body(List.of(title("a"))).put("/api/v1/reports/{id}/evidence", report).then().statusCode(403)
                .body("code", equalTo("foreign-unit"));
    }

    @Test
    void theSealRevealsAChangedDocument() {
        String report = reports.draft("2012");
        enter(report, List.of(DECISION)).then().statusCode(200);
        reports.accept(report, "Đủ hồ sơ");
        as("viewer").get("/api/v1/reports/{id}/seal", report).then().body("intact", equalTo(true));

        reports.sqlAsOwner("update report_version_evidence set page = '4' where report = '%s'".formatted(report));

        as("viewer").get("/api/v1/reports/{id}/seal", report).then().body("intact", equalTo(false));
    }

    private static Response enter(String report, List<Map<String, Object>> documents) {
        return as("tccb-reporter").body(documents).put("/api/v1/reports/{id}/evidence", report);
    }

    private static Map<String, Object> title(String title) {
        return Map.of("title", title);
    }
}
