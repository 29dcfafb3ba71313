package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.ReportFixture.ifMatch;
import static vn.cchc.reporting.ReportFixture.withoutIfMatch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** Each test has units and a reviewer of its own. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ReviewScopeTest {

    @Inject
    ReportFixture reports;

    @Test
    void aReviewerOfOneUnitAcceptsAndReturnsOnlyItsReports() {
        String own = submitted("2009H1", "SC-OWN");
        String foreign = submitted("2009H1", "SC-FOREIGN");
        scope(Map.of("subject", "own-only", "units", List.of("SC-OWN"))).statusCode(201);

        accept("own-only", foreign).statusCode(403).body("code", equalTo("outside-review-scope"))
                .body("detail", containsString("SC-OWN"));
        returnReport("own-only", foreign).statusCode(403);
        reviewer("own-only").body(Map.of("reports", List.of(Map.of("id", foreign, "ifMatch", "*"))))
                .post("/api/v1/reviews/acceptances").then().statusCode(200).body("results.status", contains(403))
                .body("results[0].problem.code", equalTo("outside-review-scope"));
        pending("own-only").body("items.report", contains(own));
        returnReport("own-only", own).statusCode(200);
        pending("own-only").body("items.report", empty());
        accept("nobody-limits-me", foreign).statusCode(200);
    }

    @Test
    void aReviewerOfIndicatorsAcceptsWhatLiesWhollyWithinThemAndReturnsWhatHasOneOfThem() {
        String report = submitted("2009H1", "SC-BOTH", "CT90", "CT91");
        String without = submitted("2009H1", "SC-EMPTY");
        scope(Map.of("subject", "finance", "indicators", List.of("CT90"))).statusCode(201);

        accept("finance", report).statusCode(403);
        accept("finance", without).statusCode(403);
        returnReport("finance", without).statusCode(403);
        pending("finance").body("items.report", contains(report));
        returnReport("finance", report).statusCode(200);
        // Several scopes add up.
        scope(Map.of("subject", "finance", "indicators", List.of("CT91"))).statusCode(201);
        accept("finance", submitted("2009Q3", "SC-BOTH", "CT90", "CT91")).statusCode(200);
    }

    @Test
    void aReviewerWhoseScopeHasEndedReviewsNothingUntilItIsRemoved() {
        String report = submitted("2009H1", "SC-ENDED");
        String id = scope(Map.of("subject", "ended", "units", List.of("SC-ENDED"), "validTo",
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(1).toString())).statusCode(201).extract().path("id");

        accept("ended", report).statusCode(403).body("code", equalTo("review-scope-ended"));
        as("admin").delete("/api/v1/review-scopes/{id}", id).then().statusCode(200);

        as("admin").get("/api/v1/review-scopes?subject=ended").then().statusCode(200).body("items", empty());
        as("admin").get("/api/v1/review-scopes/{id}", id).then().statusCode(404);
        accept("ended", report).statusCode(200);
    }

    @Test
    void anAdministratorChangesAScopeInTheVersionThatHeSaw() {
        String id = scope(Map.of("subject", "changed", "units", List.of("VP"))).statusCode(201).extract().path("id");
        String tag = as("admin").get("/api/v1/review-scopes/{id}", id).header("ETag");
        Map<String, Object> wider = Map.of("subject", "changed", "units", List.of("VP", "CNTT"));

        withoutIfMatch("admin").body(wider).put("/api/v1/review-scopes/{id}", id).then().statusCode(428);
        ifMatch(tag, "reviewer").body(wider).put("/api/v1/review-scopes/{id}", id).then().statusCode(403);
        ifMatch(tag, "admin").body(wider).put("/api/v1/review-scopes/{id}", id).then().statusCode(200)
                .body("units", contains("VP", "CNTT")).body("version", equalTo(2));
        ifMatch(tag, "admin").body(wider).put("/api/v1/review-scopes/{id}", id).then().statusCode(412)
                .body("changes.action", contains("CHANGE"));
    }

    @Test
    void everyFaultOfAScopeIsNamed() {
        scope(Map.of("subject", "x")).statusCode(422).body("errors.code", contains("empty-review-scope"));
        scope(Map.of("subject", "x", "units", List.of("VP", "NOBODY"), "indicators", List.of("CT9999"), "validFrom",
                "2025-02-01", "validTo", "2025-01-31")).statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/units/1", "/indicators/0", "/validTo"));
        as("reviewer").body(Map.of("subject", "x", "units", List.of("VP"))).post("/api/v1/review-scopes").then()
                .statusCode(403);
    }

    private static ValidatableResponse scope(Map<String, Object> wanted) {
        return as("admin").body(wanted).post("/api/v1/review-scopes").then();
    }

    private static ValidatableResponse accept(String subject, String report) {
        return reviewer(subject).post("/api/v1/reports/{id}/acceptance", report).then();
    }

    private static ValidatableResponse returnReport(String subject, String report) {
        return reviewer(subject).body(Map.of("reasonCode", "OTHER", "reason", "x")).post("/api/v1/reports/{id}/return", report)
                .then();
    }

    private static ValidatableResponse pending(String subject) {
        return reviewer(subject).get("/api/v1/reviews/pending?period=2009H1").then().statusCode(200);
    }

    private static RequestSpecification reviewer(String subject) {
        return RestAssured.given().auth().oauth2(Tokens.with("reviewer", new HashMap<>(Map.of("sub", subject))))
                .contentType("application/json").filter(ReportFixture::acceptAnyVersion);
    }

    private String submitted(String period, String unit, String... indicators) {
        reports.publishIndicators();
        if (as("viewer").get("/api/v1/units/" + unit).statusCode() == 404) {
            as("admin").body(Map.of("code", unit, "name", "Phòng " + unit, "nameEn", "Office " + unit, "type", "OFFICE"))
                    .post("/api/v1/units").then().statusCode(201);
        }
        reports.sql("""
                insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at,
                  first_submitted_at, submitted_at, submitted_by, lock)
                values (uuidv7(), 'CCHC', '%s', '%s', 'SUBMITTED', 1, 'x', now(), now(), now(), now(), 'x', 0)"""
                .formatted(period, unit));
        for (String indicator : indicators) {
            reports.sql("""
                    insert into figure (report, indicator, numerator, denominator, entered_by, entered_at)
                    select id, '%s', 1, 2, 'x', now() from report where period = '%s' and unit = '%s'"""
                    .formatted(indicator, period, unit));
        }
        return as("reviewer").get("/api/v1/reports?state=SUBMITTED&unit=" + unit + "&period=" + period).then().extract()
                .path("items[0].id");
    }
}
