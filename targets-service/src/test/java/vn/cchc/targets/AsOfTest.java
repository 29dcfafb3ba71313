package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.events.DeadlineExtended;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;

/** What was said at an earlier moment is said again to the byte, whatever has happened since. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class AsOfTest {

    private static final List<String> READS = List.of("/scoreboard?year=2003", "/indicators/CT10.1/assessment?year=2003",
            "/indicators/CT02/assessment?year=2003", "/indicators/CT10.1/results?limit=100", "/indicators/CT10.1/results/2003",
            "/indicators/CT02/results/2003", "/indicators/CT02/results/2003H1", "/indicators/CT10.1",
            "/indicators?limit=100", "/targets/10", "/targets?limit=50", "/plans/KH-SGDDT-2022",
            "/plans/KH-SGDDT-2022/targets",
            "/indicators/CT02/results/2003?includeHistory=true");

    @Inject
    Outbox outbox;

    @Test
    void anEarlierScoreboardIsReproducedToTheByteAfterCorrectionMergerAndRebuild() {
        yearOf2003();
        List<String> before = READS.stream().map(path -> read(path)).toList();
        Instant moment = moment();

        unitsAreMerged();
        List<String> now = READS.stream().map(path -> read(path)).toList();

        assertThat(now).doesNotContain(before.subList(0, 8).toArray(String[]::new));
        assertThat(readAt(moment)).isEqualTo(before);
        rebuild();
        assertThat(READS.stream().map(path -> read(path)).toList()).isEqualTo(now);
        assertThat(readAt(moment)).isEqualTo(before);
    }

    @Test
    void nothingWasKnownBeforeThePlanWasRegistered() {
        get("/scoreboard?year=2003&asOf=2001-01-01T00:00:00Z", 404);
        get("/plans?asOf=2001-01-01T00:00:00Z", 200).body("items.code", not(hasItem("KH-SGDDT-2022")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2999-01-01T00:00:00Z", "yesterday", "2025-12-20", "-100000-01-01T00:00:00Z" })
    void aMomentThatIsNoneOrLiesAheadIsRefused(String moment) {
        get("/scoreboard?asOf=" + moment, 400).body("code", equalTo("invalid-parameter"))
                .body("errors[0].pointer", equalTo("asOf"));
    }

    private void yearOf2003() {
        publish(PeriodFixture.definedCchc(2003).toArray(PeriodDefined[]::new));
        record("PAST-A", "Trường A", 1, null, null);
        record("PAST-B", "Trường B", 1, null, null);
        assign("CT10.1", "PAST-A", LocalDate.of(2002, 12, 15), LocalDate.of(2003, 12, 14));
        assign("CT02", "PAST-A", LocalDate.of(2002, 12, 15), LocalDate.of(2003, 12, 14));
        publish(acceptedNow("CT10.1", firstHalf(2003), "PAST-A", 4, 10, 1),
                acceptedNow("CT02", firstHalf(2003), "PAST-A", 1, 10, 1),
                acceptedNow("CT02", thirdQuarter(2003), "PAST-A", 2, 10, 1),
                acceptedNow("CT10.1", firstHalf(2003), "PAST-B", 1, 10, 1));
        awaitResult("CT10.1", 5, 20);
        awaitResult("CT02", 3, 20);
    }

    private void unitsAreMerged() {
        ReportStatusChanged status = EventSample.read("report-status-changed").event(ReportStatusChanged.class);
        record("PAST-A", "Trường A (cũ)", 2, null, LocalDate.of(2003, 6, 30));
        record("PAST-B", "Trường B mới", 2, LocalDate.of(2003, 7, 1), null);
        assign("CT10.1", "PAST-B", LocalDate.of(2003, 7, 1), LocalDate.of(2003, 12, 14));
        publish(new ReportStatusChanged(status.report(), "CCHC", "2003", "PAST-B", "SUBMITTED", 1, Instant.now(), Instant.now(),
                1,
                null, null),
                new DeadlineExtended(UUID.randomUUID(), "CCHC", "2003Q3", List.of("PAST-A"), LocalDate.of(2003, 9, 16),
                        LocalDate.of(2099, 1, 1), false, 1));
        publish(acceptedNow("CT10.1", firstHalf(2003), "PAST-A", 9, 10, 2),
                acceptedNow("CT02", firstHalf(2003), "PAST-A", 7, 10, 2),
                acceptedNow("CT10.1", year(2003), "PAST-B", 8, 8, 1));
        awaitResult("CT10.1", 8, 8);
        awaitResult("CT02", 9, 20);
    }

    private static UnitResultAccepted acceptedNow(String indicator, UnitResultAccepted.Period period, String unit,
            long numerator,
            long denominator, int version) {
        UnitResultAccepted of = accepted(indicator, period, unit, numerator, denominator, version);
        return new UnitResultAccepted(of.indicator(), of.plan(), of.period(), of.unit(), of.numerator(), of.denominator(), null,
                null,
                of.report(), version, of.regime(), of.submittedBy(), of.submittedAt(), of.acceptedBy(), Instant.now(), null,
                List.of());
    }

    /** After all that has happened, and before all that comes. */
    private static Instant moment() {
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        await().until(() -> Instant.now().isAfter(moment.plusMillis(1)));
        return moment;
    }

    private static List<String> readAt(Instant moment) {
        return READS.stream().map(path -> read(path + (path.contains("?") ? "&" : "?") + "asOf=" + moment)).toList();
    }

    private static String read(String path) {
        return get(path, 200).extract().asString();
    }

    private static void awaitResult(String indicator, int numerator, int denominator) {
        await().atMost(30, SECONDS).untilAsserted(() -> get("/indicators/" + indicator + "/assessment?year=2003", 200)
                .body("result?.numerator", equalTo(numerator)).body("result?.denominator", equalTo(denominator)));
    }

    private void record(String unit, String name, long version, LocalDate from, LocalDate to) {
        publish(new UnitRecorded(unit, name, "School", "SERVICE_UNIT", "SGDDT", from, to, List.of(), version, "SGDDT",
                List.of()));
    }

    private static void assign(String indicator, String unit, LocalDate from, LocalDate to) {
        await().atMost(30, SECONDS).until(() -> given().auth().oauth2(Tokens.of("planner")).contentType("application/json")
                .body(Map.of("indicator", indicator, "unit", unit, "validFrom", from.toString(), "validTo", to.toString()))
                .post("/api/v1/assignments").statusCode() == 201);
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private static void rebuild() {
        String rebuild = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/rebuilds").then().statusCode(202).extract()
                .path("id");
        await().atMost(60, SECONDS).until(() -> given().auth().oauth2(Tokens.of("admin")).get("/api/v1/rebuilds/" + rebuild)
                .then().extract().path("state").equals("DONE"));
    }

    private static ValidatableResponse get(String path, int status) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path).then().statusCode(status);
    }
}
