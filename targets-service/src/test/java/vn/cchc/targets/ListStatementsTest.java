package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;
import vn.cchc.targets.task.TaskCalls;
import vn.cchc.testing.ListStatements;

/** Twenty units report an indicator in years of their own: more than one statement fetches ahead. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ListStatementsTest {

    private static final List<String> UNITS = IntStream.rangeClosed(1, 20).mapToObj("DS-%02d"::formatted).toList();
    private static final String INDICATOR = "CT09";
    private static final String TASK = "KH-SGDDT-2022.III.DS";

    @TestHTTPResource
    URI service;
    @Inject
    Outbox outbox;
    @Inject
    EntityManager database;

    @Test
    void aPageOfEveryListCostsTheSameNumberOfStatementsWhateverItsSize() throws IOException, InterruptedException {
        registerSecondPlan();
        assign();
        coordinate();
        setDeadLettersAside();
        IntStream.rangeClosed(1, 20).forEach(number -> assertThat(post("/api/v1/indicators/TTHC1.1/revisions",
                Map.of("rationale", "x", "validFrom", "2026-01-01", "name", "Tên " + number))).isEqualTo(201));
        reportOnTask();
        measureIndex();
        publish(IntStream.rangeClosed(2003, 2012).boxed().flatMap(year -> PeriodFixture.definedCchc(year).stream())
                .toArray(PeriodDefined[]::new));
        publish(IntStream.rangeClosed(2003, 2010).boxed().flatMap(year -> Stream.of(firstHalf(year), thirdQuarter(year)))
                .map(period -> accepted(INDICATOR, period, UNITS.get(0), 1, 2)).toArray(Event[]::new));
        publish(UNITS.stream().map(unit -> accepted(INDICATOR, year(2011), unit, 1, 2)).toArray(Event[]::new));
        // In a year in progress, units contribute while their annual reports are awaited.
        publish(UNITS.stream().map(unit -> accepted(INDICATOR, firstHalf(2012), unit, 1, 2)).toArray(Event[]::new));
        for (int year : List.of(2011, 2012)) {
            await().atMost(30, SECONDS).untilAsserted(() -> given().auth().oauth2(Tokens.of("viewer"))
                    .get("/api/v1/indicators/{code}/results/{year}", INDICATOR, year).then().statusCode(200)
                    .body("result.units", equalTo(UNITS.size())));
        }

        new ListStatements(service, StatementCount::of).assertConstant(Map.ofEntries(
                entry("/api/v1/audit", "/api/v1/audit?service=targets"),
                entry("/api/v1/dead-letters", "/api/v1/dead-letters?service=targets"),
                entry("/api/v1/plans/{code}/targets", "/api/v1/plans/KH-SGDDT-2022/targets"),
                entry("/api/v1/indicators/{code}/coordinating-units", "/api/v1/indicators/TTHC1.1/coordinating-units"),
                entry("/api/v1/indicators/{code}/revisions", "/api/v1/indicators/TTHC1.1/revisions"),
                entry("/api/v1/indicators/{code}/results", "/api/v1/indicators/" + INDICATOR + "/results"),
                entry("/api/v1/indicators/{code}/results/{period}", "/api/v1/indicators/" + INDICATOR + "/results/2011"),
                entry("/api/v1/indicators/{code}/assessment", "/api/v1/indicators/" + INDICATOR + "/assessment?year=2011"),
                entry("/api/v1/yearly-indices/{code}/criteria-sets", "/api/v1/yearly-indices/SIPAS/criteria-sets"),
                entry("/api/v1/yearly-indices/{code}/{year}/scores", "/api/v1/yearly-indices/SIPAS/2004/scores"),
                entry("/api/v1/tasks/{code}/progress-notes", "/api/v1/tasks/" + TASK + "/progress-notes"),
                entry("/api/v1/tasks/{code}/extension-requests", "/api/v1/tasks/" + TASK + "/extension-requests")));
    }

    private void registerSecondPlan() throws IOException {
        publish(new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", "SGDDT", null, null, List.of(), 1, null, List.of()));
        try (InputStream file = getClass().getResourceAsStream("/plan/KH-TTHC-2026.json")) {
            String plan = new String(file.readAllBytes(), UTF_8);
            await().atMost(20, SECONDS).until(() -> List.of(201, 409).contains(post("/api/v1/plans", plan)));
        }
    }

    private static void reportOnTask() {
        assertThat(post("/api/v1/tasks",
                Map.of("group", "III", "number", "DS", "wording", "Nhiệm vụ", "deadline", "2003-01-01", "leadUnit",
                        UNITS.get(0), "coordinatingUnits", UNITS.subList(1, 20))))
                .isEqualTo(201);
        askForMoreTime();
        for (int note = 0; note < 3; note++) {
            assertThat(TaskCalls.as("reporter", UNITS.get(note)).body(Map.of("text", "Tiến độ"))
                    .post("/api/v1/tasks/" + TASK + "/progress-notes").statusCode()).isEqualTo(201);
        }
    }

    private static void measureIndex() {
        List.of(2003, 2004, 2005).forEach(year -> assertThat(post("/api/v1/yearly-indices/SIPAS/criteria-sets", Map.of("year",
                year, "criteria", List.of(Map.of("code", "1", "name", "Tiêu chí", "maximum", 1))))).isEqualTo(201));
        for (int version = 1; version <= 3; version++) {
            TaskCalls.planner().header("If-Match", "*").body(Map.of("scores", List.of()))
                    .put("/api/v1/yearly-indices/SIPAS/2004/scores").then().statusCode(200);
        }
    }

    private static void askForMoreTime() {
        String requests = "/api/v1/tasks/" + TASK + "/extension-requests";
        for (int request = 1; request <= 2; request++) {
            assertThat(TaskCalls.as("unit-head", UNITS.get(0)).body(Map.of("newDeadline", "2003-02-01", "reason", "x"))
                    .post(requests).statusCode()).isEqualTo(201);
            assertThat(post(requests + "/" + request + "/decision", Map.of("granted", false, "reason", "x"))).isEqualTo(200);
        }
    }

    private void assign() {
        publish(UNITS.stream().map(unit -> new UnitRecorded(unit, "Trường " + unit, "School " + unit, "SERVICE_UNIT", "SGDDT",
                null, null, List.of(), 1, null, List.of())).toArray(Event[]::new));
        UNITS.forEach(unit -> await().atMost(20, SECONDS)
                .until(() -> post("/api/v1/assignments", Map.of("indicator", INDICATOR, "unit", unit, "validFrom",
                        LocalDate.of(2002, 12, 15).toString(), "validTo", LocalDate.of(2012, 12, 14).toString())) == 201));
    }

    private static void coordinate() {
        UNITS.forEach(unit -> assertThat(post("/api/v1/indicators/TTHC1.1/coordinating-units", Map.of("unit", unit)))
                .isEqualTo(201));
    }

    private static int post(String path, Object body) {
        return given().auth().oauth2(Tokens.of("planner")).contentType("application/json").body(body).post(path).statusCode();
    }

    private void setDeadLettersAside() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                """
                        insert into dead_letter (id, source_topic, source_partition, source_offset, headers, reason, received_at, state, lock)
                        select uuidv7(), 'ds', 0, n, '{}', 'UNREADABLE', now(), 'DISMISSED', 0 from generate_series(1, 40) n""")
                .executeUpdate());
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }
}
