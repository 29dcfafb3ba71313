package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/** Which unit leads an indicator (đơn vị chủ trì), when leads and units change. CT13.2 is due in 2030. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class LeadUnitTest {

    @Test
    void aUnitCoordinatesOnSomeDaysAndReportsNothing() {
        record("COORD-A", 1, null, null);
        record("COORD-B", 1, LocalDate.of(2026, 1, 1), null);
        awaitKnown("COORD-A", "COORD-B");
        String added = coordinate("COORD-A", null, "2029-12-31").statusCode(201).body("indicator", equalTo(INDICATOR)).extract()
                .path("id");

        coordinate("COORD-A", "2029-12-31", null).statusCode(409).body("code", equalTo("already-assigned"));
        coordinate("COORD-B", "2025-12-31", "2025-01-01").statusCode(422).body("errors.pointer", contains("/validTo"));
        coordinate("COORD-B", "2024-01-01", "2025-01-01").statusCode(422).body("errors.pointer", contains("/unit"));
        coordinate("COORD-C", null, null).statusCode(422).body("errors.code", contains("unknown-unit"));
        given().auth().oauth2(Tokens.of("planner")).header("If-Match", "*").contentType("application/json")
                .body("{\"unit\": \"COORD-A\", \"validTo\": \"2028-12-31\"}")
                .put("/api/v1/indicators/" + INDICATOR + "/coordinating-units/" + added).then().statusCode(200);
        coordinate("COORD-A", "2029-01-01", null).statusCode(201);

        given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/indicators/" + INDICATOR).then()
                .body("coordinatingUnits.unit", contains("COORD-A", "COORD-A"))
                .body("coordinatingUnits.validTo", containsInAnyOrder("2028-12-31", null))
                .body("assignments.unit", not(hasItem("COORD-A")));
        given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/indicators/" + INDICATOR + "/coordinating-units").then()
                .body("items", hasSize(2));
        given().auth().oauth2(Tokens.of("viewer")).body("{}").contentType("application/json")
                .post("/api/v1/indicators/" + INDICATOR + "/coordinating-units").then().statusCode(403);
    }

    private static ValidatableResponse coordinate(String unit, String from, String to) {
        Map<String, Object> body = new HashMap<>();
        body.put("unit", unit);
        body.put("validFrom", from);
        body.put("validTo", to);
        return given().auth().oauth2(Tokens.of("planner")).contentType("application/json").body(body)
                .post("/api/v1/indicators/" + INDICATOR + "/coordinating-units").then();
    }

    private static final String INDICATOR = "CT13.2";

    @Inject
    Outbox outbox;

    @Test
    void anIndicatorHasOneLeadADayAndASuccessorTakesOverFromAUnitThatEnds() {
        record("TCCB", 1, null, null);
        record("LEAD-OLD", 1, null, null);
        record("LEAD-NEW", 1, LocalDate.of(2030, 4, 1), null);
        awaitKnown("LEAD-OLD", "LEAD-NEW");
        String first = leadOf("TCCB");
        lead("LEAD-OLD", "2030-01-01").then().statusCode(409).body("code", equalTo("already-led"));

        change(first, tag(first), null, "2029-12-31").then().statusCode(200).body("validTo", equalTo("2029-12-31"));
        lead("LEAD-OLD", "2029-12-31").then().statusCode(409);
        lead("LEAD-OLD", "2030-01-01").then().statusCode(201).body("lead", equalTo(true));

        assessment(2028).body("leadUnit.code", equalTo("TCCB"));
        assessment(2030).body("leadUnit.code", equalTo("LEAD-OLD"));
        record("LEAD-OLD", 2, null, LocalDate.of(2030, 3, 31), "LEAD-NEW");
        await().atMost(20, SECONDS).untilAsserted(() -> assessment(2030).body("leadUnit.code", equalTo("LEAD-NEW")));
        record("LEAD-OLD", 3, null, LocalDate.of(2030, 3, 31), "LEAD-NEW", "TCCB");
        await().atMost(20, SECONDS).untilAsserted(() -> assessment(2030).body("leadUnit.code", nullValue())
                .body("leadUnit.name", equalTo("Chưa có đơn vị chủ trì")));
        assessment(2028).body("leadUnit.code", equalTo("TCCB"));
    }

    @Test
    void aChangeOfDaysIsCheckedAndNeedsTheCurrentVersion() {
        record("DAYS", 1, LocalDate.of(2001, 1, 1), LocalDate.of(2004, 12, 31));
        awaitKnown("DAYS");
        String id = planner().body(assignment("DAYS", false, "2001-01-01", "2002-12-31")).post("/api/v1/assignments").then()
                .statusCode(201).extract().path("id");
        planner().body(assignment("DAYS", false, "2004-01-01", "2004-12-31")).post("/api/v1/assignments").then()
                .statusCode(201);
        String tag = tag(id);

        change(id, null, "2001-01-01", "2003-12-31").then().statusCode(428);
        change(id, tag, "2003-01-01", "2002-12-31").then().statusCode(422)
                .body("errors[0].code", equalTo("ends-before-it-begins"));
        change(id, tag, "2005-01-01", null).then().statusCode(422).body("errors[0].code", equalTo("unit-closed"));
        change(id, tag, "2001-01-01", "2004-06-30").then().statusCode(409).body("code", equalTo("already-assigned"));
        change(UUID.randomUUID().toString(), tag, null, null).then().statusCode(404);
        change(id, tag, "2001-01-01", "2003-12-31").then().statusCode(200);
        change(id, tag, "2001-01-01", "2002-06-30").then().statusCode(412);
        assertThat(tag(id)).isNotEqualTo(tag);
    }

    private String leadOf(String unit) {
        List<String> found = viewer().get("/api/v1/assignments?limit=200").then().extract()
                .path("items.findAll { it.indicator == '%s' && it.unit == '%s' }.id".formatted(INDICATOR, unit));
        return found.get(0);
    }

    private static String tag(String id) {
        return viewer().get("/api/v1/assignments/" + id).then().statusCode(200).extract().header("ETag");
    }

    private static Response change(String id, String tag, String from, String to) {
        Map<String, Object> days = new HashMap<>();
        days.put("validFrom", from);
        days.put("validTo", to);
        RequestSpecification request = planner().body(days);
        return (tag == null ? request : request.header("If-Match", tag)).put("/api/v1/assignments/" + id);
    }

    private static Response lead(String unit, String from) {
        return planner().body(assignment(unit, true, from, null)).post("/api/v1/assignments");
    }

    private static Map<String, Object> assignment(String unit, boolean lead, String from, String to) {
        Map<String, Object> wanted = new HashMap<>(Map.of("indicator", INDICATOR, "unit", unit, "lead", lead));
        wanted.put("validFrom", from);
        wanted.put("validTo", to);
        return wanted;
    }

    private static ValidatableResponse assessment(int year) {
        return viewer().get("/api/v1/indicators/" + INDICATOR + "/assessment?year=" + year).then().statusCode(200);
    }

    private void record(String unit, long version, LocalDate from, LocalDate to, String... successors) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(new UnitRecorded(unit, unit, unit, "OFFICE", "SGDDT", from, to,
                List.of(), version, "SGDDT", List.of(successors))));
    }

    /** Of a request for no day at all, only an unknown unit is a second fault. */
    private void awaitKnown(String... units) {
        for (String unit : units) {
            await().atMost(20, SECONDS).until(() -> planner().body(assignment(unit, false, "2035-01-02", "2035-01-01"))
                    .post("/api/v1/assignments").then().extract().<List<String>> path("errors.code")
                    .equals(List.of("ends-before-it-begins")));
        }
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.of("viewer"));
    }

    private static RequestSpecification planner() {
        return given().auth().oauth2(Tokens.of("planner")).contentType("application/json");
    }
}
