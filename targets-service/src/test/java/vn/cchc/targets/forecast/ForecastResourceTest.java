package vn.cchc.targets.forecast;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.firstQuarter;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.events.Event;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ForecastResourceTest {

    @Inject
    Outbox outbox;

    @Test
    void threeAcceptedFiguresMakeAForecastAndFewerSayWhyThereIsNone() throws Exception {
        registerPlan();
        get("/indicators/FC2/forecast").body("reason", equalTo("NOT_COUNTED")).body("points", empty());
        publish(figure(firstQuarter(2026), 50, "2026-03-16T02:00:00Z"), figure(firstHalf(2026), 60, "2026-06-16T02:00:00Z"),
                figure(thirdQuarter(2026), 64, "2026-09-16T02:00:00Z"));
        await().atMost(20, SECONDS).untilAsserted(() -> get("/indicators/FC1.2/forecast").body("points", hasSize(3)));

        get("/indicators/FC1.2/forecast").body("pace", equalTo("ON_TRACK")).body("reason", nullValue())
                .body("milestone.year", equalTo(2099)).body("on", equalTo("2099-12-31")).body("percent", equalTo(100.00f))
                .body("metOn", equalTo("2026-10-24")).body("points.period", contains("2026Q1", "2026H1", "2026Q3"))
                .body("points.percent", contains(50.00f, 60.00f, 64.00f));
        get("/indicators/FC1.2/forecast?asOf=2026-07-01T00:00:00Z", 404);
        get("/indicators/FC1.1/forecast").body("reason", equalTo("TOO_FEW_POINTS")).body("pace", nullValue());
    }

    private void registerPlan() throws Exception {
        publish(new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", "SGDDT", null, null, List.of(), 1, null, List.of()));
        String document;
        try (InputStream file = ForecastResourceTest.class.getResourceAsStream("/plan/KH-TTHC-2026.json")) {
            document = new String(file.readAllBytes(), UTF_8).replace("TTHC", "FC").replace("FLOW", "STOCK")
                    .replace("2027-12-31", "2099-12-31").replace("\"yearTo\": 2027", "\"yearTo\": 2099")
                    .replace("{ \"year\": 2026, \"percent\": 70 }, { \"year\": 2027, \"percent\": 90 }",
                            "{ \"year\": 2099, \"percent\": 70 }");
        }
        await().atMost(20, SECONDS).until(() -> List.of(201, 409).contains(given().auth().oauth2(Tokens.of("planner"))
                .contentType("application/json").body(document).post("/api/v1/plans").statusCode()));
    }

    private static UnitResultAccepted figure(UnitResultAccepted.Period period, long numerator, String acceptedAt) {
        UnitResultAccepted of = accepted("FC1.2", period, "VP", numerator, 100);
        return new UnitResultAccepted(of.indicator(), "KH-FC-2026", of.period(), of.unit(), of.numerator(), of.denominator(),
                null,
                null, of.report(), 1, "FC", of.submittedBy(), of.submittedAt(), of.acceptedBy(), Instant.parse(acceptedAt),
                null, List.of());
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> List.of(events).forEach(outbox::add));
    }

    private static ValidatableResponse get(String path) {
        return get(path, 200);
    }

    private static ValidatableResponse get(String path, int status) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path).then().statusCode(status);
    }
}
