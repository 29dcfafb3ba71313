package vn.cchc.targets.plan;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/** A plan with another regime, other years and codes of its own, beside the shipped one. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class SecondPlanTest {

    @Inject
    Outbox outbox;

    @Test
    void aSecondPlanCoexistsWithTheFirst() throws Exception {
        record("VP", null);

        post("viewer", document()).then().statusCode(403);
        await().atMost(20, SECONDS).until(() -> post("planner", document()).statusCode() != 422);

        post("planner", document()).then().statusCode(409).body("code", equalTo("plan-exists"));
        get("/plans").then().body("items.code", hasItems("KH-SGDDT-2022", "KH-TTHC-2026"));
        get("/plans/KH-TTHC-2026").then().body("regime", equalTo("TTHC")).body("validTo", equalTo("2027-12-31"));
        get("/plans/KH-TTHC-2026/text").then().statusCode(404);
        get("/targets?plan=KH-TTHC-2026").then().body("items.number", contains(1, 2)).body("items[0].indicators",
                contains("TTHC1.1", "TTHC1.2"));
        get("/targets/1").then().body("plan", equalTo("KH-SGDDT-2022")).body("indicators", contains("CT01.1", "CT01.2"));
        get("/indicators?plan=KH-TTHC-2026").then().body("items.code", contains("TTHC1.1", "TTHC1.2", "TTHC2"));
        get("/indicators").then().body("items", hasSize(23));
        get("/scoreboard?plan=KH-TTHC-2026&year=2026").then().body("indicators.code",
                contains("TTHC1.1", "TTHC1.2", "TTHC2"));
        get("/scoreboard?year=2026").then().body("indicators", hasSize(23));
        get("/indicators/TTHC1.1/assessment?year=2027").then().body("verdict", equalTo("NO_DATA"));
        get("/indicators/TTHC1.1/assessment?year=2028").then().body("verdict", equalTo("NO_MILESTONE"));
    }

    @Test
    void aCodeInUseAndAnUnknownUnitAreNamedTogether() throws Exception {
        String document = document().replace("KH-TTHC-2026", "KH-TTHC-2028").replace("TTHC1.1", "CT05.1")
                .replace("\"leadUnit\": \"VP\"", "\"leadUnit\": \"NONE\"");

        post("planner", document).then().statusCode(422).body("errors.pointer", hasItems("/indicators/0/code",
                "/indicators/0/leadUnit", "/indicators/2/leadUnit")).body("errors.code", hasItems("indicator-exists",
                        "unknown-unit"));
        get("/plans/KH-TTHC-2028").then().statusCode(404);
    }

    @Test
    void theSizeOfAListIsCountedInItems() throws Exception {
        String document = document().replaceFirst("(?s)\"targets\": \\[.*?\\],", "\"targets\": [],");

        post("planner", document).then().statusCode(422)
                .body("errors.find { it.pointer == '/targets' }.detail", equalTo("phải có từ 1 đến 200 phần tử"));
    }

    @Test
    void aMalformedCodeInTheBodyIsRefused() throws Exception {
        post("planner", document().replace("TTHC1.1", "một")).then().statusCode(400).body("code", equalTo("invalid-body"))
                .body("errors[0].pointer", startsWith("/indicators/0"));
    }

    @Test
    void theTextOfTheShippedPlanIsServedInFull() {
        get("/plans/KH-SGDDT-2022").then().body("numberForm", equalTo("/KH-SGDĐT")).body("issuedMonth", equalTo("2022-09"))
                .body("issuedText", endsWith("ngày tháng 9 năm 2022")).body("legalBasis[2]", containsString("163/KH-UBND"));
        get("/plans/KH-SGDDT-2022/text").then().statusCode(200).body("sections.number", contains("I", "II", "III", "IV"))
                .body("sections[1].items", hasSize(16)).body("sections[1].items[4].paragraphs", hasSize(2))
                .body("sections[2].items", hasSize(6)).body("sections[3].items[1].unit", equalTo("VP"))
                .body("sections[3].items[1].paragraphs[0]", startsWith("Chủ động theo dõi"))
                .body("closing", startsWith("Trên đây là Kế hoạch")).body("signer.title", equalTo("GIÁM ĐỐC"))
                .body("recipients", hasSize(5));
    }

    @Test
    void anIndicatorStatesTheSourceOfDirectionAndLead() {
        get("/indicators/CT05.1").then().body("directionSource", equalTo("PRINTED")).body("leadSource", equalTo("READING"));
        get("/indicators/CT12").then().body("directionSource", equalTo("READING")).body("leadSource", equalTo("PRINTED"));
    }

    @Test
    void aClosedUnitIsNotAssignedForDaysAfterItsEnd() {
        record("CLOSED", LocalDate.of(2025, 6, 30));
        var afterwards = Map.of("indicator", "CT11", "unit", "CLOSED", "validFrom", "2025-07-01");
        var overlapping = Map.of("indicator", "CT11", "unit", "CLOSED", "validFrom", "2025-06-30");

        await().atMost(20, SECONDS).untilAsserted(() -> given().auth().oauth2(Tokens.of("planner"))
                .contentType("application/json").header("Accept-Language", "en").body(afterwards).post("/api/v1/assignments")
                .then().statusCode(422).body("errors.code", equalTo(List.of("unit-closed")))
                .body("errors[0].detail", containsString("2025-06-30")));
        given().auth().oauth2(Tokens.of("planner")).contentType("application/json").body(overlapping)
                .post("/api/v1/assignments").then().statusCode(201);
    }

    private void record(String unit, LocalDate validTo) {
        QuarkusTransaction.requiringNew().run(() -> outbox
                .add(new UnitRecorded(unit, "Đơn vị " + unit, "Unit " + unit, "OFFICE", "SGDDT", null, validTo, List.of(), 1,
                        null, List.of())));
    }

    private static Response post(String role, String document) {
        return given().auth().oauth2(Tokens.of(role)).contentType("application/json").body(document).post("/api/v1/plans");
    }

    private static Response get(String path) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path);
    }

    private static String document() throws IOException {
        try (InputStream file = SecondPlanTest.class.getResourceAsStream("/plan/KH-TTHC-2026.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
