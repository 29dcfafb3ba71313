package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** On 1/7/2011, inside the window of the third quarter, CL-A was merged into TCCB. The year is that of this test only. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ClosureTest {

    @Inject
    ReportFixture reports;

    @BeforeEach
    void aUnitExists() {
        reports.publishIndicators();
        if (as("viewer").get("/api/v1/units/CL-A").statusCode() == 404) {
            unit("CL-A");
            unit("CL-STAYS");
        }
    }

    @Test
    void anOpenReportOfAMergedUnitIsTransferredToItsSuccessor() {
        String open = draft("CL-A", "2011Q3");
        integrator("CL-A").body(Map.of("results", "Đã số hóa 12 hồ sơ")).put("/api/v1/reports/{id}/narrative", open).then()
                .statusCode(200);
        reports.sql("""
                insert into figure (report, indicator, numerator, denominator, entered_by, entered_at)
                values ('%1$s', 'CT90', 3, 4, 'author', now()), ('%1$s', 'CT05.3', 1, 2, 'author', now())""".formatted(open));
        merge();

        transfer(open, "VP").statusCode(422).body("errors.code", contains("not-a-successor"));
        as("tccb-head").body(Map.of("unit", "TCCB", "reason", "Sáp nhập")).post("/api/v1/reports/{id}/transfer", open).then()
                .statusCode(403);
        String successor = transfer(open, "TCCB").statusCode(200).body("state", equalTo("DRAFT"))
                .body("closure.by", equalTo("reviewer")).body("closure.reason", equalTo("Sáp nhập"))
                .extract().path("closure.transferredTo");

        as("tccb-reporter").get("/api/v1/reports/{id}", successor).then().statusCode(200).body("unit", equalTo("TCCB"))
                .body("state", equalTo("DRAFT")).body("closure", nullValue())
                .body("narrative.results", equalTo("Đã số hóa 12 hồ sơ"))
                .body("contributors", hasItem("one-stop-system"))
                .body("figures.find { it.indicator == 'CT90' }.enteredBy", equalTo("author"))
                .body("figures.find { it.indicator == 'CT90' }.numerator", equalTo(3))
                .body("figures.indicator", not(hasItem("CT05.3")));
    }

    @Test
    void aClosedReportAcceptsNoActionAndWaitsForNobody() {
        String open = draft("CL-A", "2011Q1");
        String incomplete = draft("CL-A", "2010Q3");
        as("reviewer").body(Map.of("reason", "Giải thể")).post("/api/v1/reports/{id}/closure", draft("CL-STAYS", "2011Q1"))
                .then()
                .statusCode(409).body("code", equalTo("unit-not-closed"));
        merge();
        submitted(open);
        reports.sql("insert into reporting_duty (regime, unit, flow, cut_off, annual) values ('CCHC', 'CL-A', "
                + "'{[2011-01-01,2011-06-30]}', '{}', '{}')");
        pending().body("items.report", hasItem(open));
        expected().body("items.expected", contains(1));

        as("reviewer").body(Map.of("reason", " ")).post("/api/v1/reports/{id}/closure", open).then().statusCode(422);
        as("reviewer").body(Map.of("reason", "Không phát sinh")).post("/api/v1/reports/{id}/closure", open).then()
                .statusCode(200).body("closure.transferredTo", nullValue()).body("state", equalTo("SUBMITTED"));

        pending().body("items.report", not(hasItem(open)));
        expected().body("items", empty());
        as("reviewer").get("/api/v1/reports?unit=CL-A&period=2011Q1&closed=false").then().body("items", empty());
        as("reviewer").get("/api/v1/reports?unit=CL-A&period=2011Q1&closed=true").then().body("items.id", contains(open))
                .body("items.closed", contains(true));
        refused(as("reviewer").post("/api/v1/reports/{id}/acceptance", open));
        refused(as("reviewer").body(Map.of("reasonCode", "OTHER", "reason", "x")).post("/api/v1/reports/{id}/return", open));
        refused(as("reviewer").body(Map.of("reason", "x")).post("/api/v1/reports/{id}/closure", open));
        refused(as("reviewer").body(Map.of("field", "narrative/results", "text", "?"))
                .post("/api/v1/reports/{id}/questions", open));
        refused(integrator("CL-A").body(Map.of("results", "x")).put("/api/v1/reports/{id}/narrative", open));
        refused(integrator("CL-A").body(Map.of()).put("/api/v1/reports/{id}/explanations", open));
        refused(integrator("CL-A").post("/api/v1/reports/{id}/handover", open));
        as("reviewer").body(Map.of("reason", "Không phát sinh")).post("/api/v1/reports/{id}/closure", incomplete).then()
                .statusCode(200);
        refused(caller("vp-head", Map.of("unit", "CL-A")).post("/api/v1/reports/{id}/submission", incomplete));
    }

    @Test
    void aTransferNamesTheReportThatTheSuccessorHasAlready() {
        String open = draft("CL-A", "2011H1");
        String existing = reports.draft("2011H1");
        merge();

        transfer(open, "TCCB").statusCode(409).body("code", equalTo("report-exists")).body("detail", containsString(existing));
        as("reviewer").get("/api/v1/reports/{id}", open).then().body("closure", nullValue());
    }

    @Test
    void aReportWithAnAcceptedVersionIsNeverClosed() {
        String open = draft("CL-A", "2011");
        merge();
        submitted(open);
        // A trigger keeps the accepted version.
        reports.sql("update report set state = 'ACCEPTED', accepted_at = now(), seal = 'x', seal_format = 1 where id = '"
                + open + "'");

        as("reviewer").body(Map.of("reason", "x")).post("/api/v1/reports/{id}/closure", open).then().statusCode(409)
                .body("code", equalTo("accepted-stays"));
    }

    private static void refused(Response response) {
        response.then().statusCode(409).body("code", equalTo("report-closed"));
    }

    private void submitted(String report) {
        reports.sql("update report set state = 'SUBMITTED', submitted_at = now(), submitted_by = 'x' where id = '" + report
                + "'");
    }

    private static ValidatableResponse pending() {
        return as("reviewer").get("/api/v1/reviews/pending?period=2011Q1").then().statusCode(200);
    }

    private static ValidatableResponse expected() {
        return as("viewer").get("/api/v1/timeliness?unit=CL-A&period=2011Q1").then().statusCode(200);
    }

    private static ValidatableResponse transfer(String report, String unit) {
        return as("reviewer").body(Map.of("unit", unit, "reason", "Sáp nhập")).post("/api/v1/reports/{id}/transfer", report)
                .then();
    }

    private static String draft(String unit, String period) {
        return integrator(unit).body(Map.of("period", period, "unit", unit)).post("/api/v1/reports").then().statusCode(201)
                .extract().path("id");
    }

    private static RequestSpecification integrator(String unit) {
        return caller("one-stop-system", Map.of("units", List.of(unit)));
    }

    private static RequestSpecification caller(String persona, Map<String, Object> claims) {
        return RestAssured.given().auth().oauth2(Tokens.with(persona, claims))
                .contentType("application/json").filter(ReportFixture::acceptAnyVersion);
    }

    private static void unit(String code) {
        as("admin").body(Map.of("code", code, "name", "Phòng " + code, "nameEn", "Office " + code, "type", "OFFICE"))
                .post("/api/v1/units").then().statusCode(201);
    }

    private static void merge() {
        if (as("viewer").get("/api/v1/units/CL-A").then().extract().path("validTo") == null) {
            as("admin").header("If-Match", "*").body(Map.of("type", "MERGE", "date", "2011-07-01", "legalDocument",
                    Map.of("number", "1/QĐ", "date", "2011-06-12", "issuer", "Sở", "title", "Quyết định sáp nhập"),
                    "successors", List.of(Map.of("code", "TCCB")))).post("/api/v1/units/CL-A/changes").then().statusCode(200);
        }
    }
}
