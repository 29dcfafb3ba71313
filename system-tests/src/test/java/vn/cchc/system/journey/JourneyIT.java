package vn.cchc.system.journey;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.oneOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
import vn.cchc.local.Tokens;
import vn.cchc.system.faults.FaultRun;
import vn.cchc.system.journey.PermissionWalk.Case;
import vn.cchc.system.stack.RunningStack;

/** User journeys through the gateway, over the packaged jars. The README's journey comes first: it needs fresh data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final List<String> SERVICES = List.of("targets", "reporting", "survey");

    /** Obtained once, for the tests without an identity provider. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final Pattern METRIC = Pattern
            .compile("\\b(cchc|http_server|kafka_consumer|agroal|jvm|process)_[a-z0-9_]+\\b");

    private static RunningStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = RunningStack.start(Map.of("CCHC_METRICS_INTERVAL", "2s"));
        System.setProperty("cchc.identity.url", stack.address("identity"));
        RestAssured.baseURI = stack.address("gateway");
        RestAssured.basePath = "/api/v1";
    }

    @AfterAll
    static void stop() throws Exception {
        RestAssured.reset();
        stack.close();
    }

    @Test
    @Order(1)
    void theReadmesCommandsHaveTheDocumentedOutput() throws Exception {
        ReadmeJourney.read(Path.of("..", "README.md")).verify(stack.address("gateway"),
                stack.address("identity").replaceAll("/cchc$", ""));
    }

    @Test
    @Order(2)
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
    @Order(3)
    void aFigureIsComparedWithTheMilestoneOfItsYear() {
        accept(report("vp", "2022", office(Map.of("CT05.1", count(17, 20)))));

        awaitVerdict(2025, "CT05.1", "MET");
        awaitVerdict(2022, "CT05.1", "NOT_DUE");
        assertThat(row(2022, "CT05.1").getFloat("result.percent")).isEqualTo(85.00f);
    }

    @Test
    @Order(4)
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
    @Order(5)
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
    @Order(6)
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
    @Order(7)
    void withoutTheDatabaseCallsAreUnavailableAndNoServiceIsRestarted() throws Exception {
        Map<String, Long> processes = SERVICES.stream().collect(toMap(service -> service, JourneyIT::process));
        List<Supplier<Response>> calls = List.of(() -> as("viewer").get("/scoreboard?year=2025"),
                () -> as("viewer").get("/units"),
                () -> as("surveyor").get("/campaigns"),
                () -> as("planner").body(Map.of("indicator", "CT12", "unit", "TCCB")).post("/assignments"),
                () -> as("vp-reporter").body(Map.of("period", "2016", "unit", "VP")).post("/reports"));
        List.of("viewer", "surveyor", "planner", "vp-reporter").forEach(JourneyIT::as);

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
    @Order(8)
    void withoutAServiceItsCallsFailAtOnceAndTheOthersSucceed() {
        List.of("viewer", "surveyor").forEach(JourneyIT::as);

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
    @Order(9)
    void everyOperationRefusesCallersWithoutItsRoles() {
        PermissionWalk throughTheGateway = PermissionWalk.of(given().basePath("").get("/openapi").jsonPath());
        int walked = throughTheGateway.refusals(RestAssured.baseURI);

        int walkedDirectly = 0;
        for (String service : SERVICES) {
            var document = given().baseUri(stack.address(service)).basePath("").get("/q/openapi?format=json").jsonPath();
            walkedDirectly += PermissionWalk.of(document).refusals(stack.address(service));
        }

        assertThat(throughTheGateway.open()).containsExactlyInAnyOrder("GET /api/v1/campaigns/{id}/questionnaire",
                "POST /api/v1/campaigns/{id}/answers");
        // The merged document has the operations of every service once.
        assertThat(walkedDirectly).isGreaterThan(walked);
        assertThat(walked).isGreaterThan(600);
        System.out.printf("%d requests were refused through the gateway, and %d directly%n", walked, walkedDirectly);
    }

    @Test
    @Order(10)
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
    @Order(11)
    void nothingIsLostOrDuplicatedWhileComponentsAreKilled() {
        new FaultRun(stack, FaultRun.seed(), Duration.ofSeconds(48), Duration.ofSeconds(6)).verify(6);
    }

    @Test
    @Order(12)
    void aRebuildGivesTheSameResultToTheByte() {
        List<String> right = shown();
        spoil("targets", "update unit_contribution set denominator = denominator + 1000", "update unit set name = 'X'",
                "delete from survey_result");
        spoil("reporting", "update indicator set definition = jsonb_set(definition, '{name}', '\"X\"')");
        spoil("survey", "delete from indicator");
        List<String> spoilt = shown();

        SERVICES.forEach(JourneyIT::rebuild);

        assertThat(spoilt).doesNotContainAnyElementsOf(right);
        assertThat(shown()).isEqualTo(right);
    }

    @Test
    @Order(13)
    void twoPlansWithRegimesOfTheirOwnDoNotChangeEachOther() throws Exception {
        as("admin").body(SecondPlan.regime()).post("/regimes").then().statusCode(201);
        await().atMost(10, SECONDS)
                .until(() -> as("planner").body(SecondPlan.document()).post("/plans").statusCode() == 201);
        String first = "/scoreboard?year=2024";
        String second = first + "&plan=" + SecondPlan.CODE;
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
        SERVICES.forEach(JourneyIT::rebuild);
        assertThat(text(first)).isEqualTo(firstFollowed);
        assertThat(text(second)).isEqualTo(secondFollowed);
    }

    @Test
    @Order(14)
    void everyAuditTrailIsIntactAfterwards() {
        for (String service : SERVICES) {
            as("auditor").get("/audit/verification?service={service}", service).then().statusCode(200)
                    .body("intact", equalTo(true)).body("verified", greaterThan(3));
        }
        as("auditor").get("/audit?service=reporting&resource=report&action=ACCEPT").then().statusCode(200)
                .body("items.entry.actor.sub", everyItem(equalTo("reviewer")));
    }

    @Test
    @Order(15)
    void bodiesOfTenMegabytesInParallelDoNotEndAService() {
        Map<String, Long> processes = SERVICES.stream().collect(toMap(service -> service, JourneyIT::process));
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
    @Order(16)
    void theTraceOfARequestContinuesInTheUpdateOfTheScoreboard() {
        String report = report("vp", "2015", office(Map.of("CT04", count(31, 100))));
        String trace = UUID.randomUUID().toString().replace("-", "");

        seeing("reviewer", report).header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00")
                .post("/reports/{id}/acceptance", report).then().statusCode(200);

        await().atMost(10, SECONDS).until(() -> stack.log("targets-service").lines().filter(line -> line.contains(trace))
                .anyMatch(line -> line.contains("Applied UnitResultAccepted CT04|CCHC|2015|VP")));
    }

    @Test
    @Order(17)
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
    @Order(18)
    void noLogLineNamesAPersonOrRepeatsWhatTheyWrote() throws Exception {
        for (String component : List.of("targets-service", "reporting-service", "survey-service", "gateway")) {
            assertThat(stack.log(component)).isNotEmpty()
                    .doesNotContainPattern("[a-z]+-(reporter|head)|reviewer|surveyor|planner")
                    .doesNotContain("Đã số hóa", "Theo hồ sơ lưu", "eyJ");
        }
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

    /** The reads that depend on other services' events. */
    private static List<String> shown() {
        String report = as("reviewer").get("/reports?period=2024").then().statusCode(200).extract().path("items[0].id");
        return Stream.of("/scoreboard?year=2024", "/scoreboard?year=2035", "/indicators/CT11/results/2024", "/campaigns",
                "/reports/" + report).map(JourneyIT::text).toList();
    }

    private static String text(String page) {
        return as("reviewer").get(page).then().statusCode(200).extract().asString();
    }

    private static void spoil(String service, String... changes) {
        try (Connection database = stack.database(service); Statement statement = database.createStatement()) {
            for (String change : changes) {
                statement.executeUpdate(change);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rebuild(String service) {
        String rebuild = as("admin").post("/rebuilds?service=" + service).then().statusCode(202).extract().path("id");
        await().atMost(60, SECONDS).until(() -> as("admin").get("/rebuilds/{id}?service={service}", rebuild, service).then()
                .statusCode(200).extract().path("state").equals("DONE"));
    }

    private static RequestSpecification at(String part) {
        return given().baseUri(stack.address(part)).basePath("");
    }

    private static Set<String> exported() {
        return Stream.of("targets", "reporting", "survey", "gateway_management")
                .flatMap(component -> at(component).get("/q/metrics").asString().lines())
                .filter(line -> !line.startsWith("#")).map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet());
    }

    private static RequestSpecification seeingCampaign(String campaign) {
        return as("surveyor").header("If-Match", as("surveyor").get("/campaigns/{id}", campaign).header("ETag"));
    }

    private static boolean outboxIsEmpty() {
        return at("reporting").get("/q/metrics").asString().contains("cchc_outbox_waiting 0.0");
    }

    private static boolean isCircuitOpen(String service) {
        return at("gateway_management").get("/q/metrics").asString()
                .contains("cchc_gateway_breaker{service=\"" + service + "\"} 1.0");
    }

    private static long process(String service) {
        return stack.id(service + "-service");
    }

    private static void assign(String indicator, String unit) {
        as("planner").body(Map.of("indicator", indicator, "unit", unit)).post("/assignments").then().statusCode(201);
    }

    /** Writes and submits a unit's report. */
    private static String report(String unit, String period, Map<String, Object> figures) {
        return report(unit, "CCHC", period, figures);
    }

    private static String report(String unit, String regime, String period, Map<String, Object> figures) {
        String id = draft(unit, regime, period);
        await().atMost(10, SECONDS)
                .until(() -> seeing(unit + "-reporter", id).body(figures).put("/reports/{id}/figures", id)
                        .statusCode() == 200);
        seeing(unit + "-head", id).post("/reports/{id}/submission", id).then().statusCode(200);
        return id;
    }

    private static String draft(String unit, String period) {
        return draft(unit, "CCHC", period);
    }

    private static String draft(String unit, String regime, String period) {
        return as(unit + "-reporter").body(Map.of("regime", regime, "period", period, "unit", unit.toUpperCase()))
                .post("/reports").then().statusCode(201).extract().path("id");
    }

    private static void accept(String report) {
        seeing("reviewer", report).post("/reports/{id}/acceptance", report).then().statusCode(200);
    }

    /** All figures that the Office must report: those given, and no cases for the rest. */
    private static Map<String, Object> office(Map<String, Object> figures) {
        Map<String, Object> all = new HashMap<>();
        List.of("CT01.1", "CT01.2", "CT02", "CT03.1", "CT03.2", "CT04", "CT05.1", "CT05.2", "CT05.3", "CT06", "CT07")
                .forEach(code -> all.put(code, count(0, 0)));
        all.putAll(figures);
        return all;
    }

    private static Map<String, Object> count(long numerator, long denominator) {
        return Map.of("numerator", numerator, "denominator", denominator);
    }

    private static Map<String, Object> rating() {
        return Map.of("rating", "ACHIEVED", "statement", "Theo hồ sơ lưu");
    }

    private static void awaitVerdict(int year, String indicator, String verdict) {
        await().atMost(30, SECONDS).until(() -> {
            JsonPath row = row(year, indicator);
            return row.get("result") != null && verdict.equals(row.getString("verdict"));
        });
    }

    private static void awaitNumerator(String scoreboard, String indicator, int numerator) {
        await().atMost(10, SECONDS).untilAsserted(() -> as("viewer").get(scoreboard).then()
                .body("indicators.find { it.code == '%s' }.result?.numerator".formatted(indicator), equalTo(numerator)));
    }

    private static JsonPath row(int year, String indicator) {
        return as("viewer").get("/scoreboard?year=" + year).then().statusCode(200).extract().jsonPath()
                .setRootPath("indicators.find { it.code == '" + indicator + "' }");
    }

    /** With the current ETag of the report. */
    private static RequestSpecification seeing(String persona, String report) {
        return as(persona).header("If-Match", as(persona).get("/reports/{id}", report).header("ETag"));
    }

    private static RequestSpecification as(String persona) {
        return given().auth().oauth2(TOKENS.computeIfAbsent(persona, Tokens::of)).contentType("application/json");
    }
}
