package vn.cchc.system.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.oneOf;
import static vn.cchc.system.journey.JourneySteps.SERVICES;
import static vn.cchc.system.journey.JourneySteps.accept;
import static vn.cchc.system.journey.JourneySteps.as;
import static vn.cchc.system.journey.JourneySteps.assign;
import static vn.cchc.system.journey.JourneySteps.at;
import static vn.cchc.system.journey.JourneySteps.awaitNumerator;
import static vn.cchc.system.journey.JourneySteps.count;
import static vn.cchc.system.journey.JourneySteps.office;
import static vn.cchc.system.journey.JourneySteps.process;
import static vn.cchc.system.journey.JourneySteps.report;
import static vn.cchc.system.journey.JourneySteps.requireIntactAuditTrails;
import static vn.cchc.system.journey.JourneySteps.requireNoPersonInLogs;
import static vn.cchc.system.journey.JourneySteps.row;
import static vn.cchc.system.journey.JourneySteps.spoil;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.restassured.response.Response;
import vn.cchc.system.faults.FaultRun;
import vn.cchc.system.stack.RunningStack;

/** What callers see while components fail, and what is true afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageIT {

    private static RunningStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = RunningStack.start();
        JourneySteps.connect(stack);
    }

    @AfterAll
    static void stop() throws Exception {
        JourneySteps.disconnect();
    }

    @Test
    @Order(1)
    void writesSucceedAndEventsWaitWithoutKafkaAndIdentityProvider() {
        String report = report("vp", "2023", office(Map.of("CT04", count(31, 100))));
        row(2023, "CT04");
        as("reviewer");

        stack.withoutRoomFor("kafka", () -> {
            accept(report);
            await().atMost(60, SECONDS).until(() -> !outboxIsEmpty());
            SERVICES.forEach(service -> at(service).get("/q/health/ready").then().statusCode(200));
            assertThat(row(2023, "CT04").<Object> get("result")).isNull();
        });

        await().atMost(120, SECONDS).until(() -> row(2023, "CT04").get("result") != null && outboxIsEmpty());
        assertThat(row(2023, "CT04").getInt("result.numerator")).isEqualTo(31);
        assertThat(row(2023, "CT04").getInt("result.units")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void withoutTheDatabaseCallsAreUnavailableAndNoServiceIsRestarted() throws Exception {
        Map<String, Long> processes = SERVICES.stream().collect(toMap(service -> service, JourneySteps::process));
        List<Supplier<Response>> calls = List.of(() -> as("viewer").get("/scoreboard?year=2025"),
                () -> as("viewer").get("/units"),
                () -> as("surveyor").get("/campaigns"),
                () -> as("planner").body(Map.of("indicator", "CT12", "unit", "TCCB")).post("/assignments"),
                () -> as("vp-reporter").body(Map.of("period", "2016", "unit", "VP")).post("/reports"));
        List.of("viewer", "surveyor", "planner", "vp-reporter").forEach(JourneySteps::as);

        stack.without("postgres", () -> {
            for (Supplier<Response> call : calls) {
                call.get().then().statusCode(503).contentType("application/problem+json").header("Retry-After", "5")
                        .time(lessThan(15_000L)).body("code", equalTo("unavailable"));
            }
        });

        await().atMost(60, SECONDS).until(() -> calls.stream().limit(3).allMatch(read -> read.get().statusCode() == 200));
        calls.forEach(call -> call.get().then().statusCode(lessThan(300)));
        assertThat(processes).allSatisfy((service, process) -> assertThat(process(service)).isEqualTo(process));
        for (String service : SERVICES) {
            assertThat(stack.log(service + "-service")).contains("Responded with 503").doesNotContain("Unexpected error");
        }
    }

    @Test
    @Order(3)
    void withoutAServiceItsCallsFailAtOnceAndTheOthersSucceed() {
        List.of("viewer", "surveyor").forEach(JourneySteps::as);

        stack.without("survey-service", () -> {
            await().atMost(30, SECONDS).until(() -> {
                as("surveyor").get("/campaigns").then().statusCode(oneOf(502, 503)).time(lessThan(5_000L));
                return isCircuitOpen("survey");
            });
            as("surveyor").get("/campaigns").then().statusCode(503).header("Retry-After", "5").time(lessThan(5_000L))
                    .body("code", equalTo("unavailable"));
            as("viewer").get("/scoreboard?year=2025").then().statusCode(200);
        });

        await().atMost(120, SECONDS)
                .until(() -> as("surveyor").get("/campaigns").statusCode() == 200 && !isCircuitOpen("survey"));
    }

    @Test
    @Order(4)
    void nothingIsLostOrDuplicatedWhileComponentsAreKilled() {
        new FaultRun(stack, FaultRun.seed(), Duration.ofSeconds(48), Duration.ofSeconds(6)).verify(6);
    }

    @Test
    @Order(5)
    void aRebuildGivesTheSameResultToTheByte() {
        assign("CT11", "KHTC");
        accept(report("khtc", "2024", Map.of("CT08.1", count(3, 15), "CT11", count(1, 30))));
        awaitNumerator("/scoreboard?year=2024", "CT11", 1);
        List<String> right = shown();
        spoil("targets", "update unit_contribution set denominator = denominator + 1000", "update unit set name = 'X'",
                "delete from survey_result");
        spoil("reporting", "update indicator set definition = jsonb_set(definition, '{name}', '\"X\"')");
        spoil("survey", "delete from indicator");
        List<String> spoilt = shown();

        SERVICES.forEach(JourneySteps::rebuild);

        assertThat(spoilt).doesNotContainAnyElementsOf(right);
        assertThat(shown()).isEqualTo(right);
    }

    @Test
    @Order(6)
    void everyAuditTrailIsIntactAfterwards() {
        requireIntactAuditTrails();
    }

    /** After everything that the other tests have done. */
    @Test
    @Order(7)
    void noLogLineNamesAPersonOrRepeatsWhatTheyWrote() throws Exception {
        requireNoPersonInLogs();
    }

    /** The reads that depend on other services' events. */
    private static List<String> shown() {
        String report = as("reviewer").get("/reports?period=2024").then().statusCode(200).extract().path("items[0].id");
        return Stream.of("/scoreboard?year=2024", "/scoreboard?year=2035", "/indicators/CT11/results/2024", "/campaigns",
                "/reports/" + report).map(JourneySteps::text).toList();
    }

    private static boolean outboxIsEmpty() {
        return at("reporting").get("/q/metrics").asString().contains("cchc_outbox_waiting 0.0");
    }

    private static boolean isCircuitOpen(String service) {
        return at("gateway_management").get("/q/metrics").asString()
                .contains("cchc_gateway_breaker{service=\"" + service + "\"} 1.0");
    }
}
