package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class MetricsTest {

    private static final String OVERDUE = "cchc_scoreboard_overdue_units{indicator=\"CT05.2\",plan=\"KH-SGDDT-2022\"}";
    private static final String APPLIED = "cchc_events_delay_seconds_count{topic=\"cchc.units\"}";
    private static final String LAST_APPLIED = "cchc_events_last_applied_timestamp_seconds{topic=\"cchc.units\"}";

    @Inject
    Outbox outbox;

    @Test
    void theUnitsWithAnOverdueReportAreCounted() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        // The reporting year begins on 15 December.
        List<PeriodDefined> periods = PeriodFixture.definedCchc(today.plusDays(17).getYear());

        publish(periods.stream().map(period -> changed(period, today.minusDays(1), false)));
        await().atMost(30, SECONDS).until(() -> metric(OVERDUE) == 1);

        publish(periods.stream().map(period -> changed(period, today.minusDays(1), true)));
        await().atMost(30, SECONDS).until(() -> metric(OVERDUE) == 0);
    }

    @Test
    void theDelayOfAnEventIsMeasuredWhenItArrivesAndNotInARebuild() {
        publish(Stream.of(unit("METRIC-1")));
        await().atMost(30, SECONDS).until(() -> metric(APPLIED) >= 1);
        double before = metric(APPLIED);
        Instant published = Instant.now();

        publish(Stream.of(unit("METRIC-2")));
        await().atMost(30, SECONDS).until(() -> metric(APPLIED) == before + 1);
        double lastApplied = metric(LAST_APPLIED);
        rebuild();

        assertThat(lastApplied).isBetween(published.getEpochSecond() - 1.0, Instant.now().getEpochSecond() + 1.0);
        assertThat(metric(APPLIED)).isEqualTo(before + 1);
        assertThat(metric(LAST_APPLIED)).isEqualTo(lastApplied);
    }

    @Test
    void theReplicaThatPublishesTheEventsSaysSo() {
        await().atMost(30, SECONDS).until(() -> metric("cchc_relay_leader") == 1);
    }

    /** NaN if there is no such series. */
    private static double metric(String series) {
        return given().get("/q/metrics").asString().lines().filter(line -> line.startsWith(series + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1))).findFirst().orElse(Double.NaN);
    }

    private static PeriodDefined changed(PeriodDefined of, LocalDate deadline, boolean cancelled) {
        return new PeriodDefined(of.regime(), of.code(), of.year(), of.from(), of.to(), of.yearFrom(), of.yearTo(), of.annual(),
                deadline, deadline, deadline, cancelled, cancelled ? 101 : 100);
    }

    private static UnitRecorded unit(String code) {
        return new UnitRecorded(code, "Đơn vị " + code, "Unit " + code, "OFFICE", "SGDDT", null, null, List.of(), 1, null,
                List.of());
    }

    private void publish(Stream<? extends Event> events) {
        QuarkusTransaction.requiringNew().run(() -> events.forEach(outbox::add));
    }

    private static void rebuild() {
        String rebuild = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/rebuilds").then().statusCode(202).extract()
                .path("id");
        await().atMost(60, SECONDS).until(() -> given().auth().oauth2(Tokens.of("admin")).get("/api/v1/rebuilds/" + rebuild)
                .then().extract().path("state").equals("DONE"));
    }
}
