package vn.cchc.reporting.calendar;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.PeriodDefined;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;

/** Regimes, holidays and the periods that are derived from them, over HTTP and Kafka. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class CalendarTest {

    /** Far enough ahead for any deadline, and within the years of the other tests. */
    private static final int AHEAD = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).getYear() + 2;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ParameterizedTest
    @CsvSource({ "2024H1,2024-06-17", "2025Q1,2025-03-17" })
    void afterACutOffOnAFridayTheUnitHasUntilMonday(String code, String deadline) {
        viewer().get("/api/v1/periods/CCHC/{code}", code).then().statusCode(200).body("deadlines.UNIT", equalTo(deadline));
    }

    @Test
    void withoutAYearThePeriodsOfTheCurrentReportingYearAreListed() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        int year = today.isBefore(LocalDate.of(today.getYear(), 12, 15)) ? today.getYear() : today.getYear() + 1;

        viewer().get("/api/v1/periods").then().statusCode(200).body("items.year", everyItem(equalTo(year)))
                .body("items.code", contains(year + "Q1", year + "H1", year + "Q3", String.valueOf(year)));
    }

    @Test
    void aMonthlyRegimeCoexistsWithTheReportsOnAdministrativeReform() {
        String before = viewer().get("/api/v1/periods?regime=CCHC&year=2025").asString();

        admin().body(monthly("TTHC")).post("/api/v1/regimes").then().statusCode(201).body("version", equalTo(1));

        viewer().get("/api/v1/periods?regime=TTHC&year=2025").then().statusCode(200).body("items", hasSize(13))
                .body("items[0].code", equalTo("2025M01")).body("items[0].from", equalTo("2025-01-01"))
                .body("items[0].cutOff", equalTo("2025-01-31")).body("items[0].deadlines.UNIT", equalTo("2025-02-04"))
                .body("items.code", hasItem("2025"));
        viewer().get("/api/v1/periods?regime=TTHC&year=2024").then().body("items", empty());
        assertThat(viewer().get("/api/v1/periods?regime=CCHC&year=2025").asString()).isEqualTo(before);
        viewer().get("/api/v1/periods/CCHC/2025").then().body("cutOff", equalTo("2025-12-14"));
        viewer().get("/api/v1/periods/TTHC/2025").then().body("cutOff", equalTo("2025-12-31"));
        assertThat(published("TTHC|2025M01")).extracting(PeriodDefined::to).containsExactly(LocalDate.of(2025, 1, 31));
    }

    @Test
    void aNewHolidayMovesDeadlinesThatLieAheadAndKeepsTheFormerOnes() {
        String code = AHEAD + "Q3";
        String deadline = viewer().get("/api/v1/periods/CCHC/{code}", code).path("deadlines.UNIT");
        String past = viewer().get("/api/v1/periods/CCHC/2025Q1").asString();

        enter(holiday(deadline)).then().statusCode(201).body("version", equalTo(1));
        enter(holiday("2025-03-17")).then().statusCode(201);

        viewer().get("/api/v1/periods/CCHC/{code}/history", code).then().statusCode(200).body("items", hasSize(2))
                .body("items.version", contains(1, 2)).body("items[0].deadlines.UNIT", equalTo(deadline))
                .body("items[1].deadlines.UNIT", not(equalTo(deadline)));
        assertThat(viewer().get("/api/v1/periods/CCHC/2025Q1").asString()).isEqualTo(past);
        List<PeriodDefined> events = published("CCHC|" + code);
        assertThat(events).extracting(PeriodDefined::version).containsExactly(1L, 2L);
        assertThat(events.get(1).unitDeadline()).isAfter(LocalDate.parse(deadline));

        remove(deadline).then().statusCode(200).body("removed", equalTo(true));

        viewer().get("/api/v1/periods/CCHC/{code}", code).then().body("version", equalTo(3)).body("deadlines.UNIT",
                equalTo(deadline));
    }

    @Test
    void aRemovedHolidayIsGoneUntilItIsEnteredAgain() {
        String date = AHEAD + "-02-03";
        enter(holiday(date)).then().statusCode(201).header("Location", endsWith("/holidays/" + date));
        enter(holiday(date)).then().statusCode(409).body("code", equalTo("holiday-exists"));
        String seen = viewer().get("/api/v1/holidays/{date}", date).header("ETag");
        remove(date).then().statusCode(200);

        viewer().get("/api/v1/holidays/{date}", date).then().statusCode(404);
        enter(holiday(date)).then().statusCode(201).body("version", equalTo(3)).body("removed", equalTo(false));
        admin().header("If-Match", seen).body(holiday(date)).put("/api/v1/holidays/{date}", date).then().statusCode(412);
    }

    @Test
    void aHolidayIsChangedOnTheVersionThatWasReadAndTheChangeIsRecorded() {
        String date = AHEAD + "-02-04";
        String seen = enter(holiday(date)).header("ETag");
        Map<String, Object> confirmed = holiday(date);
        confirmed.put("confirmed", true);
        confirmed.put("documentNumber", "1/TB-BNV");

        admin().body(confirmed).put("/api/v1/holidays/{date}", date).then().statusCode(428);
        admin().header("If-Match", seen).body(confirmed).put("/api/v1/holidays/{date}", date).then().statusCode(200)
                .body("documentNumber", equalTo("1/TB-BNV")).body("version", equalTo(2));
        admin().header("If-Match", seen).body(confirmed).put("/api/v1/holidays/{date}", date).then().statusCode(412);

        assertThat(trail("holiday", date, 2).getList("items.entry.action")).containsExactly("CREATE", "CHANGE");
    }

    @Test
    void aRepeatedRequestEntersAHolidayOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> day = holiday(AHEAD + "-02-05");

        admin().header("Idempotency-Key", key).body(day).post("/api/v1/holidays").then().statusCode(201);
        admin().header("Idempotency-Key", key).body(day).post("/api/v1/holidays").then().statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void theHolidaysOf2021To2026AreShipped() {
        viewer().get("/api/v1/holidays?year=2025&limit=200").then().statusCode(200).body("next", nullValue())
                .body("items.date", hasItems("2025-01-01", "2025-01-27", "2025-01-31", "2025-04-07", "2025-05-02",
                        "2025-09-01", "2025-09-02"))
                .body("items.find { it.date == '2025-04-26' }.type", equalTo("COMPENSATORY_WORKING_DAY"))
                .body("items.find { it.date == '2025-09-02' }.confirmed", equalTo(true))
                .body("items.find { it.date == '2025-01-27' }.confirmed", equalTo(false));
    }

    /** Eleven days a year by the Labour Code, art. 112, and a day off in lieu of each that falls on a weekend, art. 111.3. */
    @ParameterizedTest
    @ValueSource(ints = { 2021, 2022, 2023, 2024, 2025, 2026 })
    void eachShippedYearHasElevenPublicHolidaysAndADayInLieuOfEachOnAWeekend(int year) {
        List<Map<String, String>> days = viewer().get("/api/v1/holidays?limit=200&year={year}", year).jsonPath()
                .getList("items.findAll { it.source != 'test' }");
        List<LocalDate> publicHolidays = dates(days, "PUBLIC_HOLIDAY");
        List<LocalDate> workingDays = dates(days, "COMPENSATORY_WORKING_DAY");
        List<LocalDate> daysOff = dates(days, "COMPENSATORY_DAY_OFF");

        assertThat(publicHolidays).hasSize(11);
        assertThat(workingDays).allMatch(CalendarTest::isWeekend);
        assertThat(daysOff).noneMatch(CalendarTest::isWeekend)
                .hasSize((int) publicHolidays.stream().filter(CalendarTest::isWeekend).count() + workingDays.size());
    }

    private static List<LocalDate> dates(List<Map<String, String>> days, String type) {
        return days.stream().filter(day -> type.equals(day.get("type"))).map(day -> LocalDate.parse(day.get("date"))).toList();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    @Test
    void holidaysAreReadPageByPage() {
        JsonPath first = viewer().get("/api/v1/holidays?year=2023&limit=2").jsonPath();

        viewer().urlEncodingEnabled(false).get(first.getString("next")).then().statusCode(200).body("items", hasSize(2))
                .body("items.date", not(hasItem(first.getString("items[1].date"))));
    }

    @Test
    void aNextVersionOfARegimeAppliesFromItsFirstDayAndCancelsWhatItNoLongerRequires() {
        Map<String, Object> regime = monthly("TTHC-2");
        String seen = admin().body(regime).post("/api/v1/regimes").then().statusCode(201).extract().header("ETag");
        String past = viewer().get("/api/v1/periods/TTHC-2/2025M01").asString();
        regime.put("periodTypes", List.of(Map.of("suffix", "M01", "firstMonth", 1, "lastMonth", 1)));
        regime.put("deadlines", Map.of("UNIT", workingDays(5), "DEPARTMENT", workingDays(6), "PROVINCE", workingDays(7)));
        regime.put("validFrom", AHEAD + "-01-01");

        admin().body(regime).put("/api/v1/regimes/TTHC-2").then().statusCode(428);
        admin().header("If-Match", seen).body(regime).put("/api/v1/regimes/TTHC-2").then().statusCode(200)
                .body("version", equalTo(2));
        admin().header("If-Match", seen).body(regime).put("/api/v1/regimes/TTHC-2").then().statusCode(412)
                .body("changes.action", contains("REVISE"));

        viewer().get("/api/v1/regimes/TTHC-2/history").then().body("items.version", contains(1, 2));
        viewer().get("/api/v1/periods?regime=TTHC-2&year=" + AHEAD).then().body("items.code", contains(AHEAD + "M01"));
        viewer().get("/api/v1/periods?regime=TTHC-2&year=" + (AHEAD - 1)).then().body("items", hasSize(13));
        viewer().get("/api/v1/periods/TTHC-2/{code}", AHEAD + "M02").then().body("cancelled", equalTo(true));
        assertThat(viewer().get("/api/v1/periods/TTHC-2/2025M01").asString()).isEqualTo(past);
        assertThat(published("TTHC-2|" + AHEAD + "M02")).extracting(PeriodDefined::cancelled).containsExactly(false, true);
        assertThat(trail("regime", "TTHC-2", 2).getList("items.entry.action")).containsExactly("CREATE", "REVISE");
    }

    @Test
    void aCancelledPeriodTakesNoReport() {
        Map<String, Object> regime = monthly("TTHC-3");
        String seen = admin().body(regime).post("/api/v1/regimes").then().statusCode(201).extract().header("ETag");
        regime.put("validTo", AHEAD + "-01-31");
        admin().header("If-Match", seen).body(regime).put("/api/v1/regimes/TTHC-3").then().statusCode(200);

        given().auth().oauth2(Tokens.of("tccb-reporter")).contentType("application/json")
                .body(Map.of("regime", "TTHC-3", "period", AHEAD + "M02", "unit", "TCCB")).post("/api/v1/reports").then()
                .statusCode(422).body("errors.code", contains("invalid-period"));
    }

    @Test
    void everyViolationOfARegimeIsNamed() {
        Map<String, Object> regime = monthly("TTHC-4");
        regime.put("validTo", "2024-12-31");
        regime.put("periodTypes", List.of(Map.of("suffix", "M01", "firstMonth", 2, "lastMonth", 1),
                Map.of("suffix", "M01", "firstMonth", 3, "lastMonth", 3)));
        regime.put("deadlines", Map.of("UNIT", Map.of("basis", "DAY_OF_MONTH", "value", 30), "DEPARTMENT", workingDays(6)));

        admin().body(regime).post("/api/v1/regimes").then().statusCode(422).body("errors.pointer",
                containsInAnyOrder("/validTo",
                        "/periodTypes/0/lastMonth", "/periodTypes/1/suffix", "/deadlines/UNIT/value", "/deadlines/PROVINCE"));
        regime.putAll(monthly("TTHC-4"));
        regime.put("deadlines", Map.of("UNIT", workingDays(6), "DEPARTMENT", workingDays(5), "PROVINCE", workingDays(7)));
        regime.remove("validTo");
        admin().body(regime).post("/api/v1/regimes").then().statusCode(422).body("errors.code",
                hasItem("deadlines-out-of-order"));
        regime.put("windowRule", Map.of("startMonth", 13, "startDay", 31, "previousYear", false));
        admin().body(regime).post("/api/v1/regimes").then().statusCode(422).body("errors.pointer",
                hasItems("/windowRule/startMonth", "/windowRule/startDay"));
        admin().body(monthly("CCHC")).post("/api/v1/regimes").then().statusCode(409).body("code", equalTo("regime-exists"));
    }

    @Test
    void theQualityRulesOfARegimeAreKeptUnlessTheNextVersionGivesOthers() {
        Map<String, Object> regime = monthly("TTHC-6");
        String first = admin().body(regime).post("/api/v1/regimes").then().statusCode(201)
                .body("qualityRules.type", contains("OBLIGATORY", "NUMERATOR_WITHIN_DENOMINATOR")).extract().header("ETag");
        regime.put("qualityRules", List.of(Map.of("type", "JUMP", "severity", "WARNING", "points", 12.5, "indicators",
                List.of("TTHC-01"))));
        String second = admin().header("If-Match", first).body(regime).put("/api/v1/regimes/TTHC-6").then().statusCode(200)
                .body("qualityRules.points", contains(12.5f)).extract().header("ETag");
        regime.remove("qualityRules");

        admin().header("If-Match", second).body(regime).put("/api/v1/regimes/TTHC-6").then().statusCode(200)
                .body("version", equalTo(3)).body("qualityRules.type", contains("JUMP"))
                .body("qualityRules[0].indicators", contains("TTHC-01")).body("qualityRules[0].minimumCases", equalTo(0));
        assertThat(trail("regime", "TTHC-6", 3).getList("items.entry.changes.flatten().field"))
                .contains("/qualityRules");
    }

    @Test
    void everyViolationOfAQualityRuleIsNamed() {
        Map<String, Object> regime = monthly("TTHC-7");
        Map<String, Object> equal = Map.of("type", "EQUAL_PARTS", "severity", "ERROR", "indicator", "A-02", "part",
                "DENOMINATOR", "sourceIndicator", "A-02", "sourcePart", "NUMERATOR");
        Map<String, Object> derived = Map.of("type", "EQUAL_PARTS", "severity", "ERROR", "indicator", "A-03", "part",
                "DENOMINATOR", "sourceIndicator", "A-02", "sourcePart", "DENOMINATOR");
        regime.put("qualityRules", List.of(equal, derived, derived));
        admin().body(regime).post("/api/v1/regimes").then().statusCode(422).body("errors.code",
                containsInAnyOrder("source-is-itself", "derived-twice", "source-is-derived", "source-is-derived"));

        regime.put("qualityRules", List.of(Map.of("type", "JUMP", "points", -1),
                Map.of("type", "OUTLIER_PEERS", "severity", "WARNING", "fences", 1.5, "minimumPeers", 7, "minimumPoints", 10,
                        "indicators", List.of("ct"))));
        admin().body(regime).post("/api/v1/regimes").then().statusCode(422).body("errors.pointer",
                containsInAnyOrder("/qualityRules/0/severity", "/qualityRules/0/points", "/qualityRules/1/minimumPeers",
                        "/qualityRules/1/indicators/0"));
        regime.put("qualityRules", List.of(Map.of("type", "GUESS", "severity", "ERROR")));
        admin().body(regime).post("/api/v1/regimes").then().statusCode(400);
    }

    @Test
    void workIsMadeUpOnlyOnAWeekend() {
        Map<String, Object> day = holiday("2027-03-16");
        day.put("type", "COMPENSATORY_WORKING_DAY");

        enter(day).then().statusCode(422).body("errors.code", contains("not-a-weekend"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "viewer", "reviewer", "planner", "auditor" })
    void onlyAnAdministratorChangesTheCalendar(String persona) {
        var caller = given().auth().oauth2(Tokens.of(persona)).contentType("application/json");

        caller.body(holiday("2027-03-16")).post("/api/v1/holidays").then().statusCode(403);
        caller.body(holiday("2025-01-01")).put("/api/v1/holidays/2025-01-01").then().statusCode(403);
        caller.delete("/api/v1/holidays/2025-01-01").then().statusCode(403);
        caller.body(monthly("TTHC-5")).post("/api/v1/regimes").then().statusCode(403);
        caller.body(monthly("CCHC")).put("/api/v1/regimes/CCHC").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/periods?regime=NONE", "/periods/CCHC/2025Q2", "/periods/cchc/2025", "/periods/CCHC/x/history",
            "/holidays/2025-03-18", "/holidays/x", "/regimes/NONE", "/regimes/NONE/history" })
    void whatDoesNotExistIsNotFound(String path) {
        viewer().get("/api/v1" + path).then().statusCode(404).contentType("application/problem+json");
    }

    private static Map<String, Object> monthly(String code) {
        Map<String, Object> regime = new HashMap<>(Map.of("code", code, "name", "Báo cáo kiểm soát thủ tục hành chính",
                "nameEn", "Report on the control of administrative procedures", "legalBasis", "Nghị định 09/2019/NĐ-CP",
                "type", "PERIODIC", "windowRule", Map.of("startMonth", 1, "startDay", 1, "previousYear", false), "validFrom",
                "2025-01-01"));
        List<Map<String, Object>> types = new ArrayList<>(IntStream.rangeClosed(1, 12).mapToObj(
                month -> Map.<String, Object> of("suffix", "M%02d".formatted(month), "firstMonth", month, "lastMonth", month))
                .toList());
        types.add(Map.of("suffix", "", "firstMonth", 1, "lastMonth", 12));
        regime.put("periodTypes", types);
        regime.put("deadlines", Map.of("UNIT", workingDays(2), "DEPARTMENT", workingDays(4), "PROVINCE", workingDays(6)));
        return regime;
    }

    private static Map<String, Object> workingDays(int count) {
        return Map.of("basis", "WORKING_DAYS", "value", count);
    }

    private static Map<String, Object> holiday(String date) {
        return new HashMap<>(Map.of("date", date, "type", "PUBLIC_HOLIDAY", "name", "Ngày nghỉ", "nameEn", "Day off",
                "source", "test"));
    }

    private static Response enter(Map<String, Object> holiday) {
        return admin().body(holiday).post("/api/v1/holidays");
    }

    private static Response remove(String date) {
        return admin().header("If-Match", "*").delete("/api/v1/holidays/{date}", date);
    }

    /** All events of the key, once there are as many as the period has versions. */
    private List<PeriodDefined> published(String key) {
        int versions = viewer().get("/api/v1/periods/{regime}/{code}/history", (Object[]) key.split("\\|")).jsonPath()
                .getList("items").size();
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        List<PeriodDefined> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(PeriodDefined.TOPIC));
            await().atMost(20, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> {
                    if (key.equals(message.key())) {
                        found.add(EventFormat.read(message.value(), PeriodDefined.class));
                    }
                });
                return found.size() >= versions;
            });
        }
        return found;
    }

    private static JsonPath trail(String resource, String id, int entries) {
        await().atMost(30, SECONDS).until(() -> trail(resource, id).getList("items").size() >= entries);
        return trail(resource, id);
    }

    private static JsonPath trail(String resource, String id) {
        return given().auth().oauth2(Tokens.of("auditor")).queryParam("resource", resource).queryParam("resourceId", id)
                .get("/api/v1/audit").jsonPath();
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.of("viewer"));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("admin")).contentType("application/json");
    }
}
