package vn.cchc.system.journey;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.oneOf;
import static vn.cchc.system.journey.JourneySteps.SERVICES;
import static vn.cchc.system.journey.JourneySteps.accept;
import static vn.cchc.system.journey.JourneySteps.as;
import static vn.cchc.system.journey.JourneySteps.assign;
import static vn.cchc.system.journey.JourneySteps.at;
import static vn.cchc.system.journey.JourneySteps.awaitNumerator;
import static vn.cchc.system.journey.JourneySteps.awaitVerdict;
import static vn.cchc.system.journey.JourneySteps.count;
import static vn.cchc.system.journey.JourneySteps.draft;
import static vn.cchc.system.journey.JourneySteps.office;
import static vn.cchc.system.journey.JourneySteps.process;
import static vn.cchc.system.journey.JourneySteps.rating;
import static vn.cchc.system.journey.JourneySteps.report;
import static vn.cchc.system.journey.JourneySteps.requireIntactAuditTrails;
import static vn.cchc.system.journey.JourneySteps.requireNoPersonInLogs;
import static vn.cchc.system.journey.JourneySteps.row;
import static vn.cchc.system.journey.JourneySteps.seeing;
import static vn.cchc.system.journey.JourneySteps.spoil;
import static vn.cchc.system.journey.JourneySteps.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.system.faults.FaultRun;
import vn.cchc.system.journey.PermissionWalk.Case;
import vn.cchc.system.stack.RunningStack;

/** User journeys through the gateway, over the packaged jars. The README's journey comes first: it needs fresh data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final Pattern METRIC = Pattern
            .compile("\\b(cchc|http_server|kafka_consumer|agroal|jvm|process)_[a-z0-9_]+\\b");

    private static RunningStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = RunningStack.start(Map.of("CCHC_METRICS_INTERVAL", "2s"));
        JourneySteps.connect(stack);
    }

    @AfterAll
    static void stop() throws Exception {
        JourneySteps.disconnect();
    }

    @Test
    @Order(1)
    void theReadmesCommandsHaveTheDocumentedOutput() throws Exception {
        verify(DocumentedJourney.ofReadme());
    }

    @Test
    @Order(2)
    void theInspectorsQuestionsHaveTheDocumentedAnswers() throws Exception {
        verify(DocumentedJourney.ofPage("inspection.md"));
    }

    @Test
    @Order(3)
    void theCommandsOfTheQuarterHaveTheDocumentedOutput() throws Exception {
        verify(DocumentedJourney.ofPage("quarter.md"));
    }

    @Test
    @Order(4)
    void twoUnitsAddUpAsSumOverSumWithoutThoseThatHaveNoCases() {
        assign("CT11", "KHTC");
        assign("CT11", "TCCB");

        accept(report("cntt", "2024",
                Map.of("CT09", count(5, 5), "CT10.1", count(8, 10), "CT10.2", rating(), "CT11", count(9, 10))));
        accept(report("khtc", "2024", Map.of("CT08.1", count(3, 15), "CT11", count(1, 30))));
        accept(report("tccb", "2024", Map.of("CT11", count(0, 0), "CT13.1", rating(), "CT13.2", rating())));

        await().atMost(10, SECONDS)
                .until(() -> row(2024, "CT11").get("result") != null && row(2024, "CT11").getInt("result.units") == 3);
        assertThat(row(2024, "CT11").getInt("result.numerator")).isEqualTo(10);
        assertThat(row(2024, "CT11").getInt("result.denominator")).isEqualTo(40);
        assertThat(row(2024, "CT11").getFloat("result.percent")).isEqualTo(25.00f);
        assertThat(row(2024, "CT11").getString("verdict")).isEqualTo("NOT_DUE");
    }

    @Test
    @Order(5)
    void aFigureIsComparedWithTheMilestoneOfItsYear() {
        accept(report("vp", "2022", office(Map.of("CT05.1", count(17, 20), "CT05.2", count(0, 17)))));

        awaitVerdict(2025, "CT05.1", "MET");
        awaitVerdict(2022, "CT05.1", "NOT_DUE");
        assertThat(row(2022, "CT05.1").getFloat("result.percent")).isEqualTo(85.00f);
    }

    @Test
    @Order(6)
    void theScoreboardFollowsAnAcceptance() {
        String report = report("vp", "2021", office(Map.of("CT04", count(31, 100))));
        String before = tagOfUnchangedScoreboard(2021);

        Instant accepted = Instant.now();
        accept(report);
        await().pollInterval(Duration.ofMillis(20)).atMost(10, SECONDS).until(() -> row(2021, "CT04").get("result") != null);

        System.out.printf("The scoreboard followed an acceptance after %d ms%n",
                Duration.between(accepted, Instant.now()).toMillis());
        as("viewer").header("If-None-Match", before).get("/scoreboard?year=2021").then().statusCode(200);
        assertThat(row(2021, "CT04").getString("verdict")).isEqualTo("MET");
    }

    /** The submission of the report changes the scoreboard too, once its event has been consumed. */
    private static String tagOfUnchangedScoreboard(int year) {
        return await().atMost(10, SECONDS).until(() -> {
            String tag = as("viewer").get("/scoreboard?year={year}", year).then().statusCode(200).extract().header("ETag");
            Response again = as("viewer").header("If-None-Match", tag).get("/scoreboard?year={year}", year);
            if (again.statusCode() == 304) {
                again.then().header("ETag", tag).body(emptyString());
                return tag;
            }
            return null;
        }, Objects::nonNull);
    }

    @Test
    @Order(7)
    void theMergedDocumentDescribesEveryServiceAndTheDocsPageShowsIt() {
        JsonPath document = given().basePath("").get("/openapi").then().statusCode(200).extract().jsonPath();

        assertThat(document.getMap("paths").keySet().stream().map(Object::toString)).contains("/api/v1/scoreboard",
                "/api/v1/reports/{id}/acceptance", "/api/v1/campaigns/{id}/publication");
        given().basePath("").get("/docs").then().statusCode(200).contentType("text/html");
        given().get("/scoreboard").then().statusCode(401).contentType("application/problem+json");
        as("viewer").get("/nowhere").then().statusCode(404).body("code", equalTo("not-found"));
        as("viewer").get("/indicators").then().body("items.code", hasItems("CT01.1", "CT16"));
    }

    @Test
    @Order(8)
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
    @Order(9)
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
    @Order(10)
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
    @Order(11)
    void everyOperationRefusesCallersWithoutItsRoles() {
        PermissionWalk throughTheGateway = PermissionWalk.of(given().basePath("").get("/openapi").jsonPath());
        var gateway = ConcurrentTasks.supply(() -> throughTheGateway.refusals(RestAssured.baseURI));
        var services = SERVICES.stream().map(stack::address).map(service -> ConcurrentTasks.supply(() -> PermissionWalk
                .of(given().baseUri(service).basePath("").get("/q/openapi?format=json").jsonPath()).refusals(service)))
                .toList();
        int walked = gateway.join();
        int walkedDirectly = services.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(throughTheGateway.open()).containsExactlyInAnyOrder("GET /api/v1/campaigns/{id}/questionnaire",
                "POST /api/v1/campaigns/{id}/answers");
        // The merged document has the operations of every service once.
        assertThat(walkedDirectly).isGreaterThan(walked);
        assertThat(walked).isGreaterThan(600);
        System.out.printf("%d requests were refused through the gateway, and %d directly%n", walked, walkedDirectly);
    }

    @Test
    @Order(12)
    void noUnitHasAccessToAnother() {
        PermissionWalk throughTheGateway = PermissionWalk.of(given().basePath("").get("/openapi").jsonPath());
        String accepted = report("vp", "2020", office(Map.of()));
        accept(accepted);

        int walked = throughTheGateway.foreignUnits(RestAssured.baseURI, new Case("VP", draft("vp", "2019"), accepted, "KHTC"));
        int walkedDirectly = throughTheGateway.foreignUnits(stack.address("reporting"),
                new Case("VP", draft("vp", "2018"), accepted, "KHTC"));

        assertThat(walked).isEqualTo(walkedDirectly).isGreaterThan(30);
    }

    @Test
    @Order(13)
    void nothingIsLostOrDuplicatedWhileComponentsAreKilled() {
        new FaultRun(stack, FaultRun.seed(), Duration.ofSeconds(35), Duration.ofSeconds(4)).verify(6);
    }

    @Test
    @Order(14)
    void aRebuildGivesTheSameResultToTheByte() {
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
    @Order(15)
    void twoPlansWithRegimesOfTheirOwnDoNotChangeEachOther() throws Exception {
        as("admin").body(SecondPlan.regime()).post("/regimes").then().statusCode(201);
        await().atMost(10, SECONDS)
                .until(() -> as("planner").body(SecondPlan.document()).post("/plans").statusCode() == 201);
        String first = "/scoreboard?year=2024";
        String second = first + "&plan=" + SecondPlan.CODE;
        // No unit has reported, and the deadlines are past.
        await().atMost(30, SECONDS)
                .untilAsserted(() -> as("viewer").get(second).then().body("flags.STALE", equalTo(3)));
        String secondUntouched = text(second);

        accept(report("vp", "2024Q1", office(Map.of("CT04", count(31, 100)))));
        awaitNumerator(first, "CT04", 31);
        assertThat(text(second)).isEqualTo(secondUntouched);

        String firstFollowed = text(first);
        accept(report("vp", SecondPlan.REGIME, "2024M01", SecondPlan.month(count(19, 20), count(7, 10))));
        accept(report("vp", SecondPlan.REGIME, "2024M12", SecondPlan.month(count(1, 1), count(1, 1))));
        awaitNumerator(second, "TTHC1.1", 19);
        // The months between were never handed in, and no later report contains them.
        await().atMost(10, SECONDS).untilAsserted(() -> as("viewer").get(second).then()
                .body("indicators[0].flags", equalTo(List.of("PROVISIONAL", "STALE"))));
        await().atMost(10, SECONDS)
                .until(() -> as("viewer").get("/indicators/TTHC1.1/results/2024M12").statusCode() == 200);
        as("viewer").get(second).then().body("indicators.code", equalTo(List.of("TTHC1.1", "TTHC1.2", "TTHC2")))
                .body("indicators[0].result.basis", equalTo(List.of("2024M01")));
        assertThat(text(first)).isEqualTo(firstFollowed);

        String secondFollowed = text(second);
        spoil("targets", "update unit_contribution set denominator = denominator + 1000");
        assertThat(List.of(text(first), text(second))).doesNotContain(firstFollowed, secondFollowed);
        SERVICES.forEach(JourneySteps::rebuild);
        assertThat(text(first)).isEqualTo(firstFollowed);
        assertThat(text(second)).isEqualTo(secondFollowed);
    }

    /** The reports of all tests before; the quarter's is approved, and one figure was corrected after it. */
    @Test
    @Order(16)
    void everyTotalOfAConsolidatedReportIsTheScoreboardsToTheLastDigit() {
        for (String period : List.of("2020", "2021", "2022", "2023", "2024", "2024Q1")) {
            Map<String, String> consolidated = consolidated(as("reviewer").body(Map.of("regime", "CCHC", "period", period))
                    .post("/consolidated-reports").then().statusCode(201).extract().jsonPath());
            assertThat(consolidated).as(period).hasSizeGreaterThan(15).containsExactlyInAnyOrderEntriesOf(
                    scoreboard(period, consolidated.keySet()));
        }

        String quarter = as("viewer").get("/consolidated-reports?period=2026Q3").then().extract().path("items[0].id");
        Map<String, String> approved = consolidated(as("viewer").get("/consolidated-reports/{id}", quarter).jsonPath());
        Map<String, String> corrected = scoreboard("2026Q3", approved.keySet());
        assertThat(approved.remove("CT10.1")).isEqualTo("9/11 81.82 null of 1");
        assertThat(corrected.remove("CT10.1")).isEqualTo("9/10 90.0 null of 1");
        assertThat(approved).isEqualTo(corrected);
    }

    private static Map<String, String> consolidated(JsonPath report) {
        return report.<Map<String, Object>> getList("figures").stream()
                .collect(toMap(total -> (String) total.get("indicator"), JourneyIT::total));
    }

    /** The results of a year as the scoreboard shows them, those of its parts as each indicator does. */
    private static Map<String, String> scoreboard(String period, Set<String> indicators) {
        return indicators.stream().collect(toMap(code -> code, code -> {
            if (period.length() == 4) {
                return total(row(Integer.parseInt(period), code).getMap("result"));
            }
            return total(as("viewer").get("/indicators/{code}/results?limit=200", code).then().statusCode(200).extract()
                    .path("items.find { it.period == '" + period + "' }"));
        }));
    }

    private static String total(Map<String, Object> of) {
        return of == null || of.get("units").equals(0) ? "no data"
                : "%s/%s %s %s of %s".formatted(of.get("numerator"), of.get("denominator"), of.get("percent"),
                        of.get("rating"), of.get("units"));
    }

    @Test
    @Order(17)
    void everyAuditTrailIsIntactAfterwards() {
        requireIntactAuditTrails();
    }

    @Test
    @Order(18)
    void bodiesOfTenMegabytesInParallelDoNotEndAService() {
        Map<String, Long> processes = SERVICES.stream().collect(toMap(service -> service, JourneySteps::process));
        String report = draft("vp", "2017");
        byte[] body = (" ".repeat(10 * 1024 * 1024 - 2) + "{}").getBytes(StandardCharsets.UTF_8);

        List<CompletableFuture<Integer>> answers = Stream.generate(() -> ConcurrentTasks.supply(() -> status(
                () -> given().contentType("application/json").body(body).post("/campaigns/{id}/answers", report)))).limit(8)
                .toList();
        List<CompletableFuture<Integer>> figures = Stream.generate(() -> ConcurrentTasks.supply(() -> status(
                () -> as("vp-reporter").header("If-Match", "*").body(body).put("/reports/{id}/figures", report)))).limit(8)
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).isSubsetOf(0, 413, 503);
        assertThat(figures).extracting(CompletableFuture::join).isSubsetOf(0, 413, 503);
        await().atMost(30, SECONDS).until(() -> as("viewer").get("/units").statusCode() == 200
                && as("surveyor").get("/campaigns").statusCode() == 200);
        assertThat(processes).allSatisfy((service, process) -> assertThat(process(service)).isEqualTo(process));
    }

    @Test
    @Order(19)
    void theTraceOfARequestContinuesInTheUpdateOfTheScoreboard() {
        String report = report("vp", "2015", office(Map.of("CT04", count(31, 100))));
        String trace = UUID.randomUUID().toString().replace("-", "");

        seeing("reviewer", report).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
                .post("/reports/{id}/acceptance", report).then().statusCode(200);

        await().atMost(10, SECONDS).until(() -> stack.log("targets-service").lines().filter(line -> line.contains(trace))
                .anyMatch(line -> line.contains("Applied UnitResultAccepted CT04|CCHC|2015|VP")));
    }

    @Test
    @Order(20)
    void everyMetricOfTheAlertsAndTheDashboardIsExported() throws Exception {
        String campaign = as("surveyor").body(Map.of("questionnaire", "SIPAS", "year", 2034, "title", "Khảo sát"))
                .post("/campaigns")
                .then().statusCode(201).extract().path("id");
        seeingCampaign(campaign).post("/campaigns/{id}/opening", campaign).then().statusCode(200);
        Set<String> used = new TreeSet<>();
        for (String file : List.of("alerts.yaml", "dashboard.json")) {
            METRIC.matcher(Files.readString(Path.of("../k8s/monitoring", file))).results().map(MatchResult::group)
                    .forEach(used::add);
        }

        assertThat(used).hasSizeGreaterThan(20);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(exported()).containsAll(used));
    }

    /** After everything that the other tests have done. */
    @Test
    @Order(21)
    void noLogLineNamesAPersonOrRepeatsWhatTheyWrote() throws Exception {
        requireNoPersonInLogs();
    }

    private static void verify(DocumentedJourney page) throws Exception {
        page.verify(stack.address("gateway"), stack.address("identity").replaceAll("/cchc$", ""));
    }

    /** 0 if the connection ended while the body was sent. */
    private static int status(Supplier<Response> call) {
        try {
            return call.get().statusCode();
        } catch (Exception e) {
            // REST-assured throws checked exceptions undeclared.
            assertThat(e).isInstanceOf(IOException.class);
            return 0;
        }
    }

    private static Set<String> exported() {
        return Stream.of("targets", "reporting", "survey", "gateway_management")
                .flatMap(component -> at(component).get("/q/metrics").asString().lines())
                .filter(line -> !line.startsWith("#")).map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet());
    }

    private static RequestSpecification seeingCampaign(String campaign) {
        return as("surveyor").header("If-Match", as("surveyor").get("/campaigns/{id}", campaign).header("ETag"));
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
