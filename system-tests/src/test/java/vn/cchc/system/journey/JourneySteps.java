package vn.cchc.system.journey;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.RunningStack;

/** The calls of the persons in the journeys, through the gateway of a running stack. */
final class JourneySteps {

    static final List<String> SERVICES = List.of("targets", "reporting", "survey");

    private static RunningStack stack;

    private JourneySteps() {
    }

    static void connect(RunningStack started) {
        stack = started;
        System.setProperty("cchc.identity.url", stack.address("identity"));
        RestAssured.baseURI = stack.address("gateway");
        RestAssured.basePath = "/api/v1";
    }

    static void disconnect() throws Exception {
        RestAssured.reset();
        stack.close();
    }

    static void assign(String indicator, String unit) {
        as("planner").body(Map.of("indicator", indicator, "unit", unit)).post("/assignments").then().statusCode(201);
    }

    /** Writes and submits a unit's report. */
    static String report(String unit, String period, Map<String, Object> figures) {
        return report(unit, "CCHC", period, figures);
    }

    static String report(String unit, String regime, String period, Map<String, Object> figures) {
        String id = draft(unit, regime, period);
        await().atMost(10, SECONDS)
                .until(() -> seeing(unit + "-reporter", id).body(figures).put("/reports/{id}/figures", id)
                        .statusCode() == 200);
        seeing(unit + "-head", id).post("/reports/{id}/submission", id).then().statusCode(200);
        return id;
    }

    static String draft(String unit, String period) {
        return draft(unit, "CCHC", period);
    }

    static String draft(String unit, String regime, String period) {
        return as(unit + "-reporter").body(Map.of("regime", regime, "period", period, "unit", unit.toUpperCase()))
                .post("/reports").then().statusCode(201).extract().path("id");
    }

    static void accept(String report) {
        seeing("reviewer", report).post("/reports/{id}/acceptance", report).then().statusCode(200);
    }

    /** All figures that the Office must report: those given, and no cases for the rest. */
    static Map<String, Object> office(Map<String, Object> figures) {
        Map<String, Object> all = new HashMap<>();
        List.of("CT01.1", "CT01.2", "CT02", "CT03.1", "CT03.2", "CT04", "CT05.1", "CT05.2", "CT05.3", "CT06", "CT07")
                .forEach(code -> all.put(code, count(0, 0)));
        all.putAll(figures);
        return all;
    }

    static Map<String, Object> count(long numerator, long denominator) {
        return Map.of("numerator", numerator, "denominator", denominator);
    }

    static Map<String, Object> rating() {
        return Map.of("rating", "ACHIEVED", "statement", "Theo hồ sơ lưu");
    }

    static void awaitVerdict(int year, String indicator, String verdict) {
        await().atMost(30, SECONDS).until(() -> {
            JsonPath row = row(year, indicator);
            return row.get("result") != null && verdict.equals(row.getString("verdict"));
        });
    }

    static void awaitNumerator(String scoreboard, String indicator, int numerator) {
        await().atMost(10, SECONDS).untilAsserted(() -> as("viewer").get(scoreboard).then()
                .body("indicators.find { it.code == '%s' }.result?.numerator".formatted(indicator), equalTo(numerator)));
    }

    static JsonPath row(int year, String indicator) {
        return as("viewer").get("/scoreboard?year=" + year).then().statusCode(200).extract().jsonPath()
                .setRootPath("indicators.find { it.code == '" + indicator + "' }");
    }

    /** With the current ETag of the report. */
    static RequestSpecification seeing(String persona, String report) {
        return as(persona).header("If-Match", as(persona).get("/reports/{id}", report).header("ETag"));
    }

    static RequestSpecification as(String persona) {
        return given().auth().oauth2(Tokens.of(persona)).contentType("application/json");
    }

    static String text(String page) {
        return as("reviewer").get(page).then().statusCode(200).extract().asString();
    }

    static void spoil(String service, String... changes) {
        try (Connection database = stack.database(service); Statement statement = database.createStatement()) {
            for (String change : changes) {
                statement.executeUpdate(change);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void rebuild(String service) {
        String rebuild = as("admin").post("/rebuilds?service=" + service).then().statusCode(202).extract().path("id");
        await().atMost(60, SECONDS).until(() -> as("admin").get("/rebuilds/{id}?service={service}", rebuild, service).then()
                .statusCode(200).extract().path("state").equals("DONE"));
    }

    static RequestSpecification at(String part) {
        return given().baseUri(stack.address(part)).basePath("");
    }

    static long process(String service) {
        return stack.id(service + "-service");
    }

    static void requireIntactAuditTrails() {
        for (String service : SERVICES) {
            as("auditor").get("/audit/verification?full=true&service={service}", service).then().statusCode(200)
                    .body("intact", equalTo(true)).body("verified", greaterThan(3));
        }
        as("auditor").get("/audit?service=reporting&resource=report&action=ACCEPT").then().statusCode(200)
                .body("items.entry.actor.sub", everyItem(equalTo("reviewer")));
    }

    static void requireNoPersonInLogs() throws IOException {
        for (String component : List.of("targets-service", "reporting-service", "survey-service", "gateway")) {
            assertThat(stack.log(component)).isNotEmpty()
                    .doesNotContainPattern("[a-z]+-(reporter|head)|reviewer|surveyor|planner")
                    .doesNotContain("Đã số hóa", "Theo hồ sơ lưu", "eyJ");
        }
    }
}
