package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.SchoolFixture.reporter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.events.IndicatorDefined.Milestone;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/**
 * The number of SQL statements of a write, those of plain JDBC included. It is the same for one figure and for eleven. The
 * numbers are those of docs/performance.md: whoever adds a statement changes both.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class WriteStatementsTest {

    private static final List<String> INDICATORS = IntStream.rangeClosed(1, 11).mapToObj("WR-%02d"::formatted).toList();
    private static final List<String> UNITS = IntStream.range(0, 20).mapToObj(number -> "WR-UNIT-" + number).toList();
    /** Reports all eleven indicators; the others report the first. */
    private static final String ELEVEN = "WR-UNIT-ELEVEN";
    private static final String ONE = UNITS.get(0);

    @Inject
    ReportFixture reports;
    @Inject
    Outbox outbox;

    @BeforeEach
    void units() {
        reports.publishIndicators();
        if (as("viewer").get("/api/v1/regimes/GHI").statusCode() == 200) {
            return;
        }
        Map<String, Object> deadline = Map.of("basis", "WORKING_DAYS", "value", 2);
        as("admin").body(Map.of("code", "GHI", "name", "Ghi số liệu", "nameEn", "Writes", "legalBasis",
                "Nghị định 09/2019/NĐ-CP", "type", "PERIODIC", "windowRule",
                Map.of("startMonth", 1, "startDay", 1, "previousYear", false), "periodTypes",
                List.of(Map.of("suffix", "", "firstMonth", 1, "lastMonth", 12)),
                "deadlines", Map.of("UNIT", deadline, "DEPARTMENT", deadline, "PROVINCE", deadline)))
                .post("/api/v1/regimes").then().statusCode(201);
        for (String unit : units(ELEVEN)) {
            as("admin").body(Map.of("code", unit, "name", "Trường", "nameEn", "School", "type", "SERVICE_UNIT", "parent",
                    "SGDDT")).post("/api/v1/units").then().statusCode(201);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> INDICATORS.stream().map(WriteStatementsTest::indicator).forEach(outbox::add));
        await().atMost(10, SECONDS)
                .until(() -> reports.selectLong("select count(*) from indicator where code like 'WR-%'") == INDICATORS.size());
    }

    @Test
    void theFiguresOfAReportCostTheSameForOneAndForEleven() {
        String one = draft(ONE, "2011");
        String eleven = draft(ELEVEN, "2011");

        assertCost("all figures of a report, first", 14, () -> enter(ONE, one, 1), () -> enter(ELEVEN, eleven, 11));
        assertCost("all figures of a report, again", 13, () -> enter(ONE, one, 2), () -> enter(ELEVEN, eleven, 12));
        assertCost("one figure", 13, () -> enterOne(ONE, one), () -> enterOne(ELEVEN, eleven));
    }

    @Test
    void theEntryOfAUnitCostsTheSameForOneAndForEleven() {
        assertCost("entry without a report", 20, () -> enterByUnit(ONE, "2012"), () -> enterByUnit(ELEVEN, "2012"));
        assertCost("entry with a report", 19, () -> enterByUnit(ONE, "2012"), () -> enterByUnit(ELEVEN, "2012"));
    }

    @Test
    void submissionAndAcceptanceCostTheSameForOneAndForEleven() {
        String one = draft(ONE, "2013");
        String eleven = draft(ELEVEN, "2013");
        enter(ONE, one, 1);
        enter(ELEVEN, eleven, 11);

        assertCost("submission", 19, () -> submit(ONE, one), () -> submit(ELEVEN, eleven));
        assertCost("acceptance", 19, () -> accept(one), () -> accept(eleven));
        assertThat(reports.selectLong("select count(*) from report where state = 'ACCEPTED' and id in ('%s', '%s')"
                .formatted(one, eleven))).isEqualTo(2);
    }

    @Test
    void aListCostsTheSameForEachReportOfIt() {
        long oneEntry = bulkEntry("2014", UNITS.subList(0, 1));
        long twentyEntries = bulkEntry("2015", UNITS);
        assertEach("bulk entry", 0, 20, oneEntry, twentyEntries);

        Map<String, String> ids = UNITS.stream().collect(toMap(Function.identity(), unit -> reports
                .selectText("select cast(id as text) from report where unit = '%s' and period = '2015'".formatted(unit))));
        ids.forEach(WriteStatementsTest::submit);
        List<String> twenty = List.copyOf(ids.values());
        String single = draft(UNITS.get(1), "2014");
        enter(UNITS.get(1), single, 1);
        submit(UNITS.get(1), single);
        assertEach("bulk acceptance", 0, 19, bulkAcceptance(List.of(single)), bulkAcceptance(twenty));
    }

    private interface Write {
        long statements();
    }

    private static void assertCost(String write, int expected, Write one, Write eleven) {
        List<Long> cost = List.of(one.statements(), eleven.statements());
        assertThat(cost).as("%s: statements for one and for eleven figures", write).containsOnly((long) expected);
    }

    private static void assertEach(String write, int common, int each, long one, long twenty) {
        assertThat(List.of(one, twenty)).as("%s: statements for one and for twenty reports", write)
                .containsExactly((long) common + each, (long) common + 20 * each);
    }

    private static String draft(String unit, String period) {
        return reporter(unit).body(Map.of("regime", "GHI", "period", period, "unit", unit)).post("/api/v1/reports").then()
                .statusCode(201).extract().path("id");
    }

    private static long enter(String unit, String report, int numerator) {
        return count(reporter(unit).header("If-Match", "*").body(figures(unit, numerator)),
                request -> request.put("/api/v1/reports/{id}/figures", report));
    }

    private static long enterOne(String unit, String report) {
        return count(reporter(unit).header("If-Match", "*").body(figure(3)),
                request -> request.put("/api/v1/reports/{id}/figures/WR-01", report));
    }

    private static long enterByUnit(String unit, String period) {
        return count(reporter(unit).header("If-Match", "*").body(figures(unit, 4)),
                request -> request.put("/api/v1/units/{unit}/periods/{period}/figures?regime=GHI", unit, period));
    }

    private static long submit(String unit, String report) {
        return count(given().auth().oauth2(Tokens.with("vp-head", Map.of("unit", unit))).contentType("application/json")
                .header("If-Match", "*"), request -> request.post("/api/v1/reports/{id}/submission", report));
    }

    private static long accept(String report) {
        return count(as("reviewer"), request -> request.post("/api/v1/reports/{id}/acceptance", report));
    }

    private static long bulkEntry(String period, List<String> units) {
        List<Map<String, Object>> rows = units.stream()
                .map(unit -> Map.<String, Object> of("unit", unit, "ifMatch", "*", "figures", figures(unit, 5))).toList();
        return countAll(given().auth().oauth2(Tokens.with("one-stop-system", Map.of("units", UNITS)))
                .contentType("application/json").body(Map.of("rows", rows)), 201,
                request -> request.put("/api/v1/periods/{period}/figures?regime=GHI", period));
    }

    private static long bulkAcceptance(List<String> ids) {
        return countAll(
                as("reviewer").body(Map.of("reports", ids.stream().map(id -> Map.of("id", id, "ifMatch", "*")).toList())),
                200, request -> request.post("/api/v1/reviews/acceptances"));
    }

    private static long count(RequestSpecification request, Function<RequestSpecification, Response> send) {
        return StatementCount.of(request, sent -> send.apply(sent).then().statusCode(in(List.of(200, 201))));
    }

    /** Every item of the reply has the status. */
    private static long countAll(RequestSpecification request, int status, Function<RequestSpecification, Response> send) {
        Consumer<RequestSpecification> call = sent -> send.apply(sent).then().statusCode(200).body("results.status",
                everyItem(in(List.of(status))));
        return StatementCount.of(request, call);
    }

    private static Map<String, Object> figures(String unit, int numerator) {
        return INDICATORS.subList(0, unit.equals(ELEVEN) ? 11 : 1).stream()
                .collect(toMap(Function.identity(), code -> figure(numerator)));
    }

    private static Map<String, Integer> figure(int numerator) {
        return Map.of("numerator", numerator, "denominator", 20);
    }

    private static List<String> units(String further) {
        return Stream.concat(UNITS.stream(), Stream.of(further)).toList();
    }

    private static IndicatorDefined indicator(String code) {
        List<String> assigned = code.equals(INDICATORS.get(0)) ? units(ELEVEN) : List.of(ELEVEN);
        return new IndicatorDefined(code, "KH-GHI-2025", 1, "Chỉ số " + code, "Indicator " + code, "RATIO", "FLOW", "AT_LEAST",
                "a", "b", "GHI", null, null, List.of(new Milestone(2025, new BigDecimal("80"))),
                assigned.stream().map(unit -> new Assignment(unit, true, null, null)).toList(), 1, List.of(), null);
    }
}
