package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.reporting.report.FigureEntry;
import vn.cchc.rest.RequestContext;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.precondition.ExpectedVersion;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** Each test has a unit and persons of its own; the head of VP acts for other heads. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class DeputyTest {

    private static final String PERIOD = "2009Q3";

    @Inject
    ReportFixture reports;
    @Inject
    FigureEntry entry;

    @Test
    void theDeputyOfAHeadActsForTheUnitInThatTimeOnly() {
        String report = draft("DP-TIME");
        submit("acting", report).statusCode(404);
        ofHead("absent", "acting", "DP-TIME", -3, -1).statusCode(201);
        ofHead("absent", "acting", "DP-TIME", 1, 3).statusCode(201);
        submit("acting", report).statusCode(404);
        String deputy = ofHead("absent", "acting", "DP-TIME", 0, 0).statusCode(201).extract().path("id");

        submit("acting", report).statusCode(200).body("submittedBy", equalTo("acting"));

        // Ended before the last day.
        as("admin").body(body(Map.of("role", "UNIT_HEAD", "principal", "absent", "deputy", "someone-else", "unit", "DP-TIME"),
                0, 0)).put("/api/v1/deputies/{id}", deputy).then().statusCode(200);
        head("acting").post("/api/v1/reports/{id}/withdrawal", report).then().statusCode(404);
        head("someone-else").post("/api/v1/reports/{id}/withdrawal", report).then().statusCode(200);
        as("admin").delete("/api/v1/deputies/{id}", deputy).then().statusCode(200);
        as("admin").get("/api/v1/deputies?principal=absent").then().statusCode(200).body("items.id", not(hasItem(deputy)));
        submit("someone-else", report).statusCode(404);
    }

    @Test
    void theDeputysOwnTokenMustHaveTheRole() {
        String report = draft("DP-ROLE");
        ofHead("absent", "no-head", "DP-ROLE", 0, 0).statusCode(201);
        ofReviewer("away", "no-reviewer", 0, 0).statusCode(201);

        with("vp-reporter", "no-head", "VP").get("/api/v1/reports/{id}", report).then().statusCode(404);
        with("vp-reporter", "no-head", "VP").post("/api/v1/reports/{id}/submission", report).then().statusCode(403);
        head("no-reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(403);
        submit("no-head", report).statusCode(200);
    }

    @Test
    void bothPersonsAreOnRecordAndTheAuditTrailIsIntactInBothFormats() {
        String report = draft("DP-BOTH");
        ofHead("absent", "acting", "DP-BOTH", 0, 0).statusCode(201);

        submit("acting", report).statusCode(200).body("contributors", contains("absent", "acting"));

        as("auditor").get("/api/v1/reports/{id}/history", report).then().statusCode(200)
                .body("items.by", contains("author", "acting")).body("items.onBehalfOf", contains(null, "absent"));
        as("auditor").get("/api/v1/reports/{id}/rounds", report).then().statusCode(200)
                .body("items.submittedBy", contains("acting")).body("items.submittedOnBehalfOf", contains("absent"));
        await().atMost(10, SECONDS).untilAsserted(() -> audit(report)
                .body("items.entry.find { it.action == 'SUBMIT' }.actor.sub", equalTo("acting"))
                .body("items.entry.find { it.action == 'SUBMIT' }.actor.onBehalfOf", equalTo("absent"))
                .body("items.entry.find { it.action == 'SUBMIT' }.actor.unit", equalTo("DP-BOTH"))
                .body("items.entry.find { it.action == 'CREATE' }.actor.onBehalfOf", nullValue())
                .body("items.find { it.entry.action == 'SUBMIT' }.seal.format", equalTo(2))
                .body("items.find { it.entry.action == 'CREATE' }.seal.format", equalTo(1)));
        as("auditor").get("/api/v1/audit/verification?service=reporting").then().statusCode(200)
                .body("firstMismatch", nullValue());
    }

    @Test
    void neitherTheDeputyNorTheHeadAcceptsWhatTheDeputySubmitted() {
        String report = draft("DP-EYES");
        ofHead("absent", "acting", "DP-EYES", 0, 0).statusCode(201);
        submit("acting", report).statusCode(200);

        accept("acting", report).statusCode(403).body("code", equalTo("four-eyes"));
        accept("absent", report).statusCode(403).body("code", equalTo("four-eyes"));
        accept("third", report).statusCode(200);
    }

    @Test
    void aDeputyCannotAcceptWhatTheReviewerHasPrepared() {
        String report = submitted("DP-PREPARED", "prepared-it");
        scope("prepared-it", "DP-PREPARED");
        scope("stands-in", "VP");
        ofReviewer("prepared-it", "stands-in", 0, 0).statusCode(201);

        accept("stands-in", report).statusCode(403).body("code", equalTo("four-eyes"));
    }

    @Test
    void theDeputyOfAReviewerReviewsWithinTheScopeOfTheReviewer() {
        String report = submitted("DP-REVIEW", "author");
        scope("own-work", "VP");
        scope("on-leave", "DP-REVIEW");

        accept("own-work", report).statusCode(403).body("code", equalTo("outside-review-scope"));
        ofReviewer("on-leave", "own-work", 0, 0).statusCode(201);
        reviewer("own-work").get("/api/v1/reviews/pending?period=" + PERIOD).then().statusCode(200)
                .body("items.report", contains(report));
        accept("own-work", report).statusCode(200).body("acceptedBy", equalTo("own-work"));

        as("auditor").get("/api/v1/reports/{id}/rounds", report).then().body("items.outcomeOnBehalfOf", contains("on-leave"));
        await().atMost(10, SECONDS).untilAsserted(() -> audit(report)
                .body("items.entry.find { it.action == 'ACCEPT' }.actor.onBehalfOf", equalTo("on-leave")));
    }

    @Test
    void aDeputyForOneScopeReviewsNothingElseOfTheReviewer() {
        String within = submitted("DP-WITHIN", "author");
        String beyond = submitted("DP-BEYOND", "author");
        scope("helper", "VP");
        scope("has-two", "DP-BEYOND");
        deputy(Map.of("role", "REVIEWER", "principal", "has-two", "deputy", "helper", "reviewScope",
                scope("has-two", "DP-WITHIN")), 0, 0).statusCode(201);

        accept("helper", beyond).statusCode(403).body("code", equalTo("outside-review-scope"));
        accept("helper", within).statusCode(200);
    }

    @Test
    void figuresThatADeputyEntersForManyUnitsCountAsPreparedByBoth() {
        unit("DP-BULK");
        ofHead("absent", "acting", "DP-BULK", 0, 0).statusCode(201);
        withoutIfMatch("vp-head", "acting", "VP").body(Map.of("rows", List.of(Map.of("unit", "DP-BULK", "figures", Map.of()))))
                .put("/api/v1/periods/{period}/figures", PERIOD).then().statusCode(200).body("results.status", contains(201));

        requireEnteredByBoth("DP-BULK");
    }

    @Test
    void figuresThatAreEnteredWithoutEntitiesCountAsPreparedByBoth() {
        unit("DP-PLAIN");
        var actor = new Actor("acting", null, Set.of(Role.UNIT_HEAD), "VP", Set.of("VP", "DP-PLAIN"),
                Map.of("DP-PLAIN", "absent"), null);
        var context = new ChangeContext(actor, RequestContext.NONE, null, ExpectedVersion.ANY,
                new ChangeReason(null, null, null));
        QuarkusTransaction.requiringNew().run(() -> entry.enter(new RegimeCode("CCHC"), new PeriodCode(PERIOD),
                Map.of("DP-PLAIN", Map.of()), Map.of(), context));

        requireEnteredByBoth("DP-PLAIN");
    }

    private static void requireEnteredByBoth(String unit) {
        String report = as("auditor").get("/api/v1/reports?unit=" + unit).then().extract().path("items[0].id");
        as("auditor").get("/api/v1/reports/{id}", report).then().body("contributors", contains("absent", "acting"));
        as("auditor").get("/api/v1/reports/{id}/history", report).then().body("items.onBehalfOf", contains("absent"));
        await().atMost(10, SECONDS).untilAsserted(() -> audit(report)
                .body("items.entry.find { it.action == 'CREATE' }.actor.onBehalfOf", equalTo("absent")));
    }

    @Test
    void aPersonNamesADeputyForTheOwnRightsOnly() {
        unit("DP-OWN");
        Map<String, Object> wanted = Map.of("role", "UNIT_HEAD", "principal", "own-head", "deputy", "acting", "unit", "DP-OWN");
        RequestSpecification own = with("vp-head", "own-head", "DP-OWN");

        name(head("acting"), wanted).statusCode(403).body("code", equalTo("not-represented"));
        name(with("vp-head", "own-head", "VP"), wanted).statusCode(403).body("code", equalTo("foreign-unit"));
        name(reviewer("own-head"), wanted).statusCode(403).body("code", equalTo("forbidden"));
        name(as("viewer"), wanted).statusCode(403);
        String id = name(own, wanted).statusCode(201).extract().path("id");
        head("acting").get("/api/v1/deputies/{id}", id).then().statusCode(200).body("principal", equalTo("own-head"));
        head("acting").get("/api/v1/deputies?principal=own-head").then().body("items.id", contains(id));
        head("stranger").get("/api/v1/deputies/{id}", id).then().statusCode(404);
        head("stranger").get("/api/v1/deputies?principal=own-head").then().statusCode(200).body("items", empty());
        // No deputy names another one.
        name(head("acting"), Map.of("role", "UNIT_HEAD", "principal", "acting", "deputy", "next", "unit", "DP-OWN"))
                .statusCode(403).body("code", equalTo("foreign-unit"));
        head("acting").delete("/api/v1/deputies/{id}", id).then().statusCode(403).body("code", equalTo("not-represented"));
        own.delete("/api/v1/deputies/{id}", id).then().statusCode(200);
        name(reviewer("own-reviewer"), Map.of("role", "REVIEWER", "principal", "own-reviewer", "deputy", "acting"))
                .statusCode(201);
    }

    @Test
    void nobodyHasTwoDeputiesForTheSameOnOneDay() {
        unit("DP-TWICE");
        unit("DP-OTHER");
        String scope = scope("twice", "VP");
        ofHead("absent", "first", "DP-TWICE", 0, 3).statusCode(201);

        ofHead("absent", "second", "DP-TWICE", 3, 5).statusCode(422).body("errors.code", contains("overlapping-deputy"))
                .body("errors.pointer", contains("/validFrom"));
        String second = ofHead("absent", "second", "DP-TWICE", 4, 5).statusCode(201).extract().path("id");
        as("admin").body(body(Map.of("role", "UNIT_HEAD", "principal", "absent", "deputy", "second", "unit", "DP-TWICE"), 2, 5))
                .put("/api/v1/deputies/{id}", second).then().statusCode(422);
        ofHead("absent", "first", "DP-OTHER", 0, 3).statusCode(201);
        ofHead("second-head", "second", "DP-TWICE", 0, 3).statusCode(201);

        ofReviewer("twice", "first", 0, 1).statusCode(201);
        deputy(Map.of("role", "REVIEWER", "principal", "twice", "deputy", "second", "reviewScope", scope), 1, 2)
                .statusCode(422).body("errors.code", contains("overlapping-deputy"));
        deputy(Map.of("role", "REVIEWER", "principal", "twice", "deputy", "second", "reviewScope", scope), 2, 2)
                .statusCode(201);
        ofReviewer("twice", "first", 2, 2).statusCode(422);
    }

    @Test
    void everyFaultOfADeputyIsNamed() {
        String scope = scope("has-a-scope", "VP");

        deputy(Map.of("role", "UNIT_HEAD", "principal", "one", "deputy", "one", "reviewScope", scope), 1, 0).statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/deputy", "/unit", "/reviewScope", "/reviewScope", "/validTo"))
                .body("errors.code", hasItem("unknown-review-scope"));
        ofHead("one", "two", "NOBODY", 0, 0).statusCode(422).body("errors.code", contains("unknown-unit"));
        deputy(Map.of("role", "REVIEWER", "principal", "one", "deputy", "two", "unit", "VP"), 0, 0).statusCode(422)
                .body("errors.code", contains("unit-of-head"));
        as("admin").body("{}").post("/api/v1/deputies").then().statusCode(422).body("errors.pointer", containsInAnyOrder(
                "/role", "/principal", "/deputy", "/validFrom", "/validTo", "/decisionNumber"));
        as("admin").get("/api/v1/deputies?deputy=two").then().statusCode(200).body("items", empty());
    }

    private void unit(String unit) {
        reports.publishIndicators();
        as("admin").body(Map.of("code", unit, "name", "Phòng " + unit, "nameEn", "Office " + unit, "type", "OFFICE"))
                .post("/api/v1/units").then().statusCode(201);
    }

    private String draft(String unit) {
        unit(unit);
        return with("vp-reporter", "author", unit).body(Map.of("period", PERIOD, "unit", unit)).post("/api/v1/reports").then()
                .statusCode(201).extract().path("id");
    }

    private String submitted(String unit, String by) {
        String report = draft(unit);
        with("vp-head", by, unit).post("/api/v1/reports/{id}/submission", report).then().statusCode(200);
        return report;
    }

    private static String scope(String subject, String unit) {
        return as("admin").body(Map.of("subject", subject, "units", List.of(unit))).post("/api/v1/review-scopes").then()
                .statusCode(201).extract().path("id");
    }

    /** @param from days from today */
    private static ValidatableResponse ofHead(String principal, String deputy, String unit, int from, int to) {
        return deputy(Map.of("role", "UNIT_HEAD", "principal", principal, "deputy", deputy, "unit", unit), from, to);
    }

    private static ValidatableResponse ofReviewer(String principal, String deputy, int from, int to) {
        return deputy(Map.of("role", "REVIEWER", "principal", principal, "deputy", deputy), from, to);
    }

    private static ValidatableResponse deputy(Map<String, Object> wanted, int from, int to) {
        return as("admin").body(body(wanted, from, to)).post("/api/v1/deputies").then();
    }

    private static ValidatableResponse name(RequestSpecification by, Map<String, Object> wanted) {
        return by.body(body(wanted, 0, 0)).post("/api/v1/deputies").then();
    }

    private static Map<String, Object> body(Map<String, Object> wanted, int from, int to) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        Map<String, Object> body = new HashMap<>(wanted);
        body.put("validFrom", today.plusDays(from).toString());
        body.put("validTo", today.plusDays(to).toString());
        body.put("decisionNumber", "41/QĐ-SGDĐT");
        return body;
    }

    private static ValidatableResponse audit(String report) {
        return as("auditor").get("/api/v1/audit?resource=report&resourceId=" + report + "&limit=200").then().statusCode(200);
    }

    private static ValidatableResponse submit(String subject, String report) {
        return head(subject).post("/api/v1/reports/{id}/submission", report).then();
    }

    private static ValidatableResponse accept(String subject, String report) {
        return reviewer(subject).post("/api/v1/reports/{id}/acceptance", report).then();
    }

    private static RequestSpecification head(String subject) {
        return with("vp-head", subject, "VP");
    }

    private static RequestSpecification reviewer(String subject) {
        return with("reviewer", subject, null);
    }

    private static RequestSpecification with(String persona, String subject, String unit) {
        return withoutIfMatch(persona, subject, unit).filter(ReportFixture::acceptAnyVersion);
    }

    private static RequestSpecification withoutIfMatch(String persona, String subject, String unit) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", subject));
        if (unit != null) {
            claims.put("unit", unit);
        }
        return RestAssured.given().auth().oauth2(Tokens.with(persona, claims)).contentType("application/json");
    }
}
