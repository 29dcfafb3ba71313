package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.SchoolFixture.reporter;
import static vn.cchc.reporting.SchoolFixture.submit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class EntryTest {

    private static final String PATH = "/api/v1/units/{unit}/periods/{period}/figures?regime=CLSL";
    private static final String BULK = "/api/v1/periods/{period}/figures?regime=CLSL";
    private static final Map<String, Object> FIGURES = Map.of("QA-01", count(85, 100), "QA-02", Map.of("numerator", 80));

    @Inject
    SchoolFixture schools;
    @Inject
    ReportFixture reports;

    @BeforeEach
    void schools() {
        schools.open();
    }

    @Test
    void oneCallCreatesTheReportWithAllFiguresAndComputesWhatIsDerived() {
        String unit = SchoolFixture.UNITS.get(10);
        String empty = sheet(unit, "2013").body("report", nullValue()).body("state", nullValue())
                .body("figures.indicator", contains("QA-01", "QA-02"))
                .body("figures.numerator", contains(nullValue(), nullValue()))
                .body("figures[1].derived[0].part", equalTo("DENOMINATOR"))
                .body("figures[1].derived[0].sourceIndicator", equalTo("QA-01")).extract().header("ETag");

        ValidatableResponse created = put(unit, "2013", empty, FIGURES).statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("figures.numerator", contains(85, 80)).body("figures.denominator", contains(100, 85));

        String report = created.extract().path("report");
        created.header("Location", endsWith("/api/v1/reports/" + report));
        String seen = created.extract().header("ETag");
        assertThat(sheet(unit, "2013").extract().header("ETag")).isEqualTo(seen);
        reporter(unit).body(FIGURES).put(PATH, unit, "2013").then().statusCode(428);
        put(unit, "2013", empty, FIGURES).statusCode(412).body("changes", hasSize(0));
        put(unit, "2013", seen, Map.of("QA-01", count(86, 100))).statusCode(200)
                .body("figures.numerator", contains(86, null));
        put(unit, "2013", seen, FIGURES).statusCode(412).body("changes.action", contains("ENTER_FIGURES"));
        submit(unit, report).statusCode(422).body("errors.pointer", contains("/figures/QA-02"));
    }

    @Test
    void anEntryThatWaitsForAChangeOfTheReportLearnsOfIt() throws Exception {
        String unit = SchoolFixture.UNITS.get(10);
        String report = reporter(unit).header("If-Match", sheet(unit, "2012").extract().header("ETag")).body(FIGURES)
                .put(PATH, unit, "2012").then().statusCode(201).extract().path("report");
        String seen = sheet(unit, "2012").extract().header("ETag");

        List<CompletableFuture<ValidatableResponse>> calls = QuarkusTransaction.requiringNew().call(() -> {
            reports.lock(report);
            var change = ConcurrentTasks
                    .supply(() -> enter(unit, count(86, 100), "/api/v1/reports/{id}/figures/QA-01", report));
            await().atMost(20, SECONDS).until(() -> reports.sessionsWaitingForLock() == 1);
            var entry = ConcurrentTasks.supply(() -> put(unit, "2012", seen, FIGURES));
            await().atMost(20, SECONDS).until(() -> reports.sessionsWaitingForLock() == 2);
            return List.of(change, entry);
        });

        calls.get(0).join().statusCode(200);
        calls.get(1).join().statusCode(412).body("changes.action", contains("ENTER_FIGURES"));
    }

    @Test
    void anInvalidFigureCreatesNothing() {
        String unit = SchoolFixture.UNITS.get(11);

        put(unit, "2013", "*", Map.of("QA-01", count(5, 4), "QA-02", count(1, 6), "QA-99", count(1, 1))).statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/QA-01/numerator", "/QA-02/denominator", "/QA-99"))
                .body("errors.code",
                        containsInAnyOrder("numerator-above-denominator", "parts-differ", "not-required"));
        put(unit, "2013Q9", "*", FIGURES).statusCode(422).body("errors.pointer", contains("period"));
        as("vp-reporter").body(FIGURES).put(PATH, unit, "2013").then().statusCode(403);
        as("vp-reporter").get(PATH, unit, "2013").then().statusCode(403);

        sheet(unit, "2013").body("report", nullValue());
    }

    @Test
    void aDerivedPartFollowsItsSource() {
        String unit = SchoolFixture.UNITS.get(12);
        String report = put(unit, "2013", "*", FIGURES).statusCode(201).extract().path("report");
        String figure = "/api/v1/reports/{id}/figures/{indicator}";

        enter(unit, count(90, 100), figure, report, "QA-01").statusCode(200).body("figures.denominator", contains(100, 90));
        enter(unit, count(80, 91), figure, report, "QA-02").statusCode(422).body("errors.pointer", contains("/denominator"))
                .body("errors.code", contains("parts-differ"));
        enter(unit, Map.of("numerator", 89), figure, report, "QA-02").statusCode(200)
                .body("figures.denominator", contains(100, 90)).body("figures.numerator", contains(90, 89));
        enter(unit, count(88, 100), figure, report, "QA-01").statusCode(422)
                .body("errors.pointer", contains("/figures/QA-02/numerator"));
    }

    @Test
    void theFigureOfTheLastPeriodIsOffered() {
        String unit = SchoolFixture.UNITS.get(13);
        sheet(unit, "2013").body("figures.last", contains(nullValue(), nullValue()));
        String accepted = put(unit, "2013", "*", FIGURES).statusCode(201).extract().path("report");
        submit(unit, accepted).statusCode(200);

        sheet(unit, "2014").body("figures[0].last.state", equalTo("SUBMITTED")).body("figures[0].last.numerator", equalTo(85));
        as("reviewer").post("/api/v1/reports/{id}/acceptance", accepted).then().statusCode(200);
        sheet(unit, "2014").body("figures.last.state", contains("ACCEPTED", "ACCEPTED"))
                .body("figures.last.period", contains("2013", "2013"))
                .body("figures.numerator", contains(nullValue(), nullValue()));
        sheet(unit, "2013").body("figures.locked", contains(true, true)).body("figures[0].last", nullValue());
        put(unit, "2013", "*", FIGURES).statusCode(409).body("code", equalTo("not-editable"));
    }

    @Test
    void eachUnitOfAListIsTakenOrRefusedByItself() {
        String first = SchoolFixture.UNITS.get(14);
        String second = SchoolFixture.UNITS.get(15);
        put(second, "2013", "*", FIGURES).statusCode(201);

        bulk("2013", List.of(row(first, null, FIGURES), row(second, null, FIGURES), row("VP", null, FIGURES),
                row(first, "\"0-a\"", FIGURES), row(first, "*", Map.of("QA-01", count(5, 4))), row(second, "*", FIGURES)))
                .body("results.status", contains(201, 428, 403, 412, 422, 200))
                .body("results[0].etag", notNullValue()).body("results[3].etag", notNullValue())
                .body("results[4].problem.errors.pointer", contains("/rows/4/figures/QA-01/numerator"))
                .body("results.unit", contains(first, second, "VP", first, first, second));
        sheet(first, "2013").body("figures.numerator", contains(85, 80));
    }

    @Test
    void aListOfManyRowsCostsTheSameNumberOfStatementsForEach() {
        List<Map<String, Object>> rows = IntStream.range(0, 250)
                .mapToObj(number -> row(SchoolFixture.UNITS.get(16 + number % 4), "*", FIGURES)).toList();
        bulk("2014", rows).body("results", hasSize(250)).body("results.status.collect { it.intdiv(10) }",
                everyItem(equalTo(20)));

        long two = StatementCount.during(() -> bulk("2014", rows.subList(0, 2)));
        long four = StatementCount.during(() -> bulk("2014", rows.subList(0, 4)));
        long twelve = StatementCount.during(() -> bulk("2014", rows.subList(0, 12)));

        assertThat(twelve - four).isEqualTo(4 * (four - two)).isLessThan(8 * 32);
    }

    private static ValidatableResponse sheet(String unit, String period) {
        return reporter(unit).get(PATH, unit, period).then().statusCode(200);
    }

    private static ValidatableResponse put(String unit, String period, String ifMatch, Map<String, Object> figures) {
        return reporter(unit).header("If-Match", ifMatch).body(figures).put(PATH, unit, period).then();
    }

    private static ValidatableResponse enter(String unit, Map<String, Integer> figure, String path, Object... parameters) {
        return reporter(unit).header("If-Match", "*").body(figure).put(path, parameters).then();
    }

    private static ValidatableResponse bulk(String period, List<Map<String, Object>> rows) {
        String token = Tokens.with("one-stop-system", Map.of("units", SchoolFixture.UNITS));
        return io.restassured.RestAssured.given().auth().oauth2(token).contentType("application/json")
                .body(Map.of("rows", rows))
                .put(BULK, period).then().statusCode(200);
    }

    private static Map<String, Object> row(String unit, String ifMatch, Map<String, Object> figures) {
        Map<String, Object> row = new HashMap<>(Map.of("unit", unit, "figures", figures));
        row.put("ifMatch", ifMatch);
        return row;
    }

    private static Map<String, Integer> count(int numerator, int denominator) {
        return Map.of("numerator", numerator, "denominator", denominator);
    }
}
