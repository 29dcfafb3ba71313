package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;

/** A plan that is reported by calendar months, beside the one that is reported from 15 December to 14 December. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class TwoPlansTest {

    private static final String FIRST = "/scoreboard?year=2027";
    private static final String SECOND = "/scoreboard?plan=KH-TTHC-2026&year=2027";

    @Inject
    Outbox outbox;

    @Test
    void eachPlanHasAScoreboardThatTheOtherDoesNotChangeAndARebuildShowsTheSameToTheByte() throws Exception {
        registerSecondPlan();
        publish(PeriodFixture.definedCchc(2027).toArray(PeriodDefined[]::new));
        publish(PeriodFixture.definedMonths("TTHC", 2027).toArray(PeriodDefined[]::new));
        publish(accepted("CT04", year(2027), "VP", 3, 4));
        awaitNumerator(FIRST, "CT04", 3);
        String first = get(FIRST).extract().asString();

        publish(month(1, "TTHC1.2", 9, 10), month(2, "TTHC1.2", 8, 10), month(2, "CT04", 1, 100));
        awaitNumerator(SECOND, "TTHC1.2", 17);

        get(SECOND).body("plan", equalTo("KH-TTHC-2026")).body("indicators.code", contains("TTHC1.1", "TTHC1.2", "TTHC2"))
                .body("indicators[1].result.basis", contains("2027M01+2027M02"))
                .body("indicators[1].flags", contains("PROVISIONAL")).body("indicators[2].result", nullValue());
        get("/indicators/TTHC1.2/results").body("items.period", hasItems("2027", "2027M01", "2027M02"));
        get("/indicators/CT04/results/2027M02", 404);
        assertThat(get(FIRST).extract().asString()).isEqualTo(first);

        String second = get(SECOND).extract().asString();
        rebuild();
        assertThat(get(FIRST).extract().asString()).isEqualTo(first);
        assertThat(get(SECOND).extract().asString()).isEqualTo(second);
    }

    @Test
    void aFlowThatIsReportedByMonthsIsFinalWithItsLastMonth() throws Exception {
        registerSecondPlan();
        publish(PeriodFixture.definedMonths("TTHC", 2026).toArray(PeriodDefined[]::new));
        publish(Stream.iterate(1, month -> month + 1).limit(12).map(month -> month(2026, month, "TTHC1.2", 1, 2))
                .toArray(Event[]::new));
        awaitNumerator("/scoreboard?plan=KH-TTHC-2026&year=2026", "TTHC1.2", 12);

        get("/indicators/TTHC1.2/assessment?year=2026").body("flags", empty()).body("unitsExpected", equalTo(1))
                .body("awaitedReports.items", hasSize(0));
    }

    private void registerSecondPlan() throws Exception {
        publish(new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", "SGDDT", null, null, List.of(), 1, null, List.of()));
        String document;
        try (InputStream file = TwoPlansTest.class.getResourceAsStream("/plan/KH-TTHC-2026.json")) {
            document = new String(file.readAllBytes(), UTF_8);
        }
        await().atMost(20, SECONDS).until(() -> List.of(201, 409).contains(given().auth().oauth2(Tokens.of("planner"))
                .contentType("application/json").body(document).post("/api/v1/plans").statusCode()));
    }

    private static UnitResultAccepted month(int month, String indicator, long numerator, long denominator) {
        return month(2027, month, indicator, numerator, denominator);
    }

    private static UnitResultAccepted month(int year, int month, String indicator, long numerator, long denominator) {
        PeriodDefined period = PeriodFixture.definedMonths("TTHC", year).get(month - 1);
        var window = new UnitResultAccepted.Period(period.code(), period.year(), period.from(), period.to(), period.yearFrom(),
                period.annual());
        return new UnitResultAccepted(indicator, null, window, "VP", numerator, denominator, null, null, UUID.randomUUID(), 1,
                "TTHC", "vp-head", Instant.parse("2027-12-16T02:00:00Z"), "reviewer", Instant.parse("2027-12-17T02:00:00Z"),
                null, List.of());
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private static void awaitNumerator(String scoreboard, String indicator, int numerator) {
        await().atMost(20, SECONDS).untilAsserted(() -> get(scoreboard)
                .body("indicators.find { it.code == '%s' }.result?.numerator".formatted(indicator), equalTo(numerator)));
    }

    private static void rebuild() {
        String rebuild = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/rebuilds").then().statusCode(202).extract()
                .path("id");
        await().atMost(60, SECONDS).until(() -> given().auth().oauth2(Tokens.of("admin")).get("/api/v1/rebuilds/" + rebuild)
                .then().extract().path("state").equals("DONE"));
    }

    private static ValidatableResponse get(String path) {
        return get(path, 200);
    }

    private static ValidatableResponse get(String path, int status) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path).then().statusCode(status);
    }
}
