package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.events.Event;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;

/** A figure that further regimes ask for: their reports refer to it. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class FurtherRegimesTest {

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void recordTheOffice() {
        publish(new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", "SGDDT", null, null, List.of(), 1, null, List.of()));
    }

    @Test
    void aPlannerNamesThemAndTheOtherServicesLearnThem() {
        String seen = indicator("CT03.2").body("alsoAskedBy", empty()).extract().header("ETag");

        ask("viewer", seen, "CT03.2", "TTHC").statusCode(403);
        ask("planner", null, "CT03.2", "TTHC").statusCode(428);
        ask("planner", seen, "CT03.2", "CCHC", "TTHC", "TTHC").statusCode(422)
                .body("errors.pointer", contains("/alsoAskedBy/0", "/alsoAskedBy/2"))
                .body("errors.code", contains("own-regime", "duplicate"));
        ask("planner", "*", "CT14", "TTHC").statusCode(422).body("errors.code", contains("not-for-type"));
        ask("planner", "*", "CT99", "TTHC").statusCode(404);
        ask("planner", seen, "CT03.2", "TTHC", "KSTTHC").statusCode(200).body("alsoAskedBy", contains("KSTTHC", "TTHC"));

        ask("planner", seen, "CT03.2").statusCode(412).body("changes.action", contains("SET_FURTHER_REGIMES"));
        indicator("CT03.2").body("alsoAskedBy", contains("KSTTHC", "TTHC"));
        await().atMost(10, SECONDS).until(() -> KafkaTopics.read(kafka, IndicatorDefined.TOPIC).stream()
                .anyMatch(event -> event.key().equals("CT03.2")
                        && new String(event.value(), UTF_8).contains("\"alsoAskedBy\":[\"KSTTHC\",\"TTHC\"]")));
    }

    @Test
    void aNewPlanDoesNotNameItsOwnRegimeAmongThem() throws Exception {
        String document;
        try (InputStream file = FurtherRegimesTest.class.getResourceAsStream("/plan/KH-TTHC-2026.json")) {
            document = new String(file.readAllBytes(), UTF_8).replace("KH-TTHC-2026", "KH-TTHC-2029")
                    .replaceFirst("\"leadUntil\": null", "\"leadUntil\": null, \"alsoAskedBy\": [\"CCHC\", \"TTHC\"]");
        }

        given().auth().oauth2(Tokens.of("planner")).contentType("application/json").body(document).post("/api/v1/plans").then()
                .statusCode(422).body("errors.pointer", hasItem("/indicators/0/alsoAskedBy/1"))
                .body("errors.code", hasItem("own-regime"));
    }

    @Test
    void aFigureThatTwoRegimesAskForCountsOnceOnTheScoreboard() {
        ask("planner", "*", "CT06", "TTHC").statusCode(200);
        publish(PeriodFixture.definedCchc(2029).toArray(PeriodDefined[]::new));
        publish(PeriodFixture.definedMonths("TTHC", 2029).toArray(PeriodDefined[]::new));

        publish(december(5, 6), accepted("CT06", year(2029), "VP", 3, 4));

        await().atMost(20, SECONDS).untilAsserted(() -> scoreboard().body(result("numerator"), equalTo(3)));
        scoreboard().body(result("denominator"), equalTo(4)).body(result("units"), equalTo(1));
    }

    /**
     * Reporting-service publishes none for a reference. If it did, it would have a later cut-off, and the plan's regime would
     * count alone.
     */
    private static UnitResultAccepted december(long numerator, long denominator) {
        PeriodDefined period = PeriodFixture.definedMonths("TTHC", 2029).get(11);
        var window = new UnitResultAccepted.Period(period.code(), period.year(), period.from(), period.to(), period.yearFrom(),
                period.annual());
        return new UnitResultAccepted("CT06", null, window, "VP", numerator, denominator, null, null, UUID.randomUUID(), 1,
                "TTHC", "vp-head", Instant.parse("2029-12-16T02:00:00Z"), "reviewer", Instant.parse("2029-12-17T02:00:00Z"),
                null, List.of());
    }

    private static ValidatableResponse scoreboard() {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/scoreboard?year=2029").then().statusCode(200);
    }

    private static String result(String field) {
        return "indicators.find { it.code == 'CT06' }.result?." + field;
    }

    private static ValidatableResponse indicator(String code) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/indicators/{code}", code).then().statusCode(200);
    }

    private static ValidatableResponse ask(String role, String tag, String indicator, String... regimes) {
        var request = given().auth().oauth2(Tokens.of(role)).contentType("application/json");
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.body(Map.of("alsoAskedBy", regimes)).put("/api/v1/indicators/{code}/also-asked-by", indicator).then();
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }
}
