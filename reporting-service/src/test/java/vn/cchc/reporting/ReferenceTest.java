package vn.cchc.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReferenceFixture.accept;
import static vn.cchc.reporting.ReferenceFixture.count;
import static vn.cchc.reporting.ReferenceFixture.draft;
import static vn.cchc.reporting.ReferenceFixture.read;
import static vn.cchc.reporting.ReferenceFixture.reporter;
import static vn.cchc.reporting.ReferenceFixture.source;
import static vn.cchc.reporting.ReferenceFixture.submit;
import static vn.cchc.reporting.ReportFixture.as;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;

/** A figure that two regimes ask for: entered under one, referred to under the other. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ReferenceTest {

    private static final Map<String, Object> OWN = Map.of("NG-03", count(1, 2));

    @Inject
    ReferenceFixture references;

    @Inject
    ReportFixture reports;

    @BeforeEach
    void regimes() {
        references.open();
    }

    @Test
    void aFigureIsEnteredOnceSeenInBothReportsAndPublishedOnce() {
        String unit = ReferenceFixture.UNITS.get(0);
        String report = draft("DANCHIEU", "2014H1", unit);
        read(unit, report).body("figures.indicator", contains("NG-03"))
                .body("references.indicator", contains("NG-01", "NG-02"))
                .body("references.status", everyItem(equalTo("NOT_ACCEPTED"))).body("references.regime", hasItem("NGUON"))
                .body("references.period", everyItem(equalTo("2014Q1"))).body("references.report", everyItem(nullValue()));

        String source = source(unit, "2014Q1", 17, 20);

        read(unit, report).body("figures.indicator", contains("NG-03"))
                .body("references.status", everyItem(equalTo("ACCEPTED"))).body("references.report", everyItem(equalTo(source)))
                .body("references.version", everyItem(equalTo(1))).body("references.numerator", everyItem(equalTo(17)))
                .body("references.denominator", everyItem(equalTo(20)));
        reporter(unit).get("/api/v1/units/{unit}/periods/2014H1/figures?regime=DANCHIEU", unit).then().statusCode(200)
                .body("figures.indicator", contains("NG-03")).body("references.numerator", contains(17, 17));
        accept(unit, report, OWN);
        assertThat(eventsOf(unit, "NG-03")).isEqualTo(1);
        assertThat(eventsOf(unit, "NG-01")).isEqualTo(1);
        assertThat(eventsOf(unit, "NG-02")).isEqualTo(1);
    }

    @Test
    void aReferredFigureIsRefusedByEveryWayOfEntry() {
        String unit = ReferenceFixture.UNITS.get(1);
        String report = draft("DANCHIEU", "2014H1", unit);
        Map<String, Object> wanted = Map.of("NG-01", count(1, 2), "NG-03", count(1, 2));

        ValidatableResponse refused = reporter(unit).header("Accept-Language", "en").body(count(1, 2))
                .put("/api/v1/reports/{id}/figures/NG-01", report).then().statusCode(422)
                .body("errors.code", contains("entered-under-other-regime")).body("errors.pointer", contains("indicator"));
        assertThat(refused.extract().<List<String>> path("errors.detail")).containsExactly(
                "The figure of the indicator NG-01 is entered in the report of the unit " + unit
                        + " for 2014Q1 under the regime NGUON; this report only refers to it.");
        reporter(unit).body(wanted).put("/api/v1/reports/{id}/figures", report).then().statusCode(422)
                .body("errors.code", contains("entered-under-other-regime")).body("errors.pointer", contains("/NG-01"));
        reporter(unit).body(wanted).put("/api/v1/units/{unit}/periods/2014H1/figures?regime=DANCHIEU", unit).then()
                .statusCode(422).body("errors.code", contains("entered-under-other-regime"));
        SchoolFixture.reporter(unit).body(Map.of("rows", List.of(Map.of("unit", unit, "ifMatch", "*", "figures", wanted))))
                .put("/api/v1/periods/2014H1/figures?regime=DANCHIEU").then().statusCode(200)
                .body("results.status", contains(422))
                .body("results[0].problem.errors.code", contains("entered-under-other-regime"));
        assertThat(reporter(unit).get("/api/v1/imports/template.csv?regime=DANCHIEU&period=2014H1&unit=" + unit).then()
                .statusCode(200).extract().asString()).contains(";NG-03;").doesNotContain("NG-01");
        imported(unit, "2014H1", "unit,indicator,numerator,denominator,rating,statement\n" + unit + ",NG-01,1,2,,\n" + unit
                + ",NG-03,1,2,,\n").body("state", equalTo("REFUSED")).body("conflicts.items", hasSize(1))
                .body("conflicts.items.code", contains("entered-under-other-regime"))
                .body("conflicts.items.cell", contains("B2"));
        read(unit, report).body("figures.numerator", contains(nullValue()));
    }

    @Test
    void aFlowRefersToItsYearAStockToTheLatestCutOff() {
        String unit = ReferenceFixture.UNITS.get(2);
        String report = draft("DANCHIEU", "2014M02", unit);

        read(unit, report).body("references.status", contains("NO_PERIOD", "NOT_ACCEPTED"))
                .body("references.period", contains(null, "2013"));
        reporter(unit).header("Accept-Language", "en").body(count(1, 2)).put("/api/v1/reports/{id}/figures/NG-01", report)
                .then().statusCode(422).body("errors.code", contains("other-regime-without-period"))
                .body("errors[0].detail", equalTo("The figure of the indicator NG-01 is entered under the regime NGUON, which "
                        + "has no period that ends by 2014-02-28."));
    }

    @Test
    void aCorrectionOfTheSourceLeavesTheAcceptedReportAsItWasAndShowsInDrafts() {
        String unit = ReferenceFixture.UNITS.get(3);
        String source = source(unit, "2014Q1", 17, 20);
        String accepted = draft("DANCHIEU", "2014H1", unit);
        accept(unit, accepted, OWN);
        String open = draft("DANCHIEU", "2014M04", unit);
        String before = version(accepted, 1);

        as("reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Sai", "requestedBy", "Phòng", "changes", "Số"))
                .post("/api/v1/reports/{id}/correction", source).then().statusCode(200);
        accept(unit, source, Map.of("NG-01", count(18, 20), "NG-02", count(18, 20)));

        read(unit, open).body("references.version", contains(2, 2)).body("references.numerator", contains(18, 18));
        read(unit, accepted).body("references.version", contains(1, 1)).body("references.numerator", contains(17, 17));
        assertThat(version(accepted, 1)).isEqualTo(before);
        as("viewer").get("/api/v1/reports/{id}/seal", accepted).then().body("format", equalTo(2)).body("intact",
                equalTo(true));
    }

    @Test
    void aReturnedReportShowsTheCurrentFiguresAndItsNextSubmissionKeepsThem() {
        String unit = ReferenceFixture.UNITS.get(4);
        String report = draft("DANCHIEU", "2014H1", unit);
        submit(unit, report, OWN);
        String source = source(unit, "2014Q1", 17, 20);
        read(unit, report).body("references.status", contains("NOT_ACCEPTED", "NOT_ACCEPTED"));

        as("reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Thiếu số liệu dẫn chiếu"))
                .post("/api/v1/reports/{id}/return", report).then().statusCode(200);

        read(unit, report).body("references.report", contains(source, source));
        submit(unit, report, OWN);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200)
                .body("references.numerator", contains(17, 17));
        as("reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Sai", "requestedBy", "Phòng", "changes", "Số"))
                .post("/api/v1/reports/{id}/correction", report).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/correction/cancellation", report).then().statusCode(200)
                .body("references.numerator", contains(17, 17));
    }

    @Test
    void theConsolidatedReportItsAppendixAndTheExportsShowTheReferences() throws IOException {
        String first = ReferenceFixture.UNITS.get(5);
        String second = ReferenceFixture.UNITS.get(6);
        String source = source(first, "2015Q1", 17, 20);
        source(second, "2015Q1", 5, 5);
        String third = draft("DANCHIEU", "2015H1", ReferenceFixture.UNITS.get(7));
        accept(ReferenceFixture.UNITS.get(7), third, OWN);
        for (String unit : List.of(first, second)) {
            accept(unit, draft("DANCHIEU", "2015H1", unit), OWN);
        }

        String report = as("reviewer").body(Map.of("regime", "DANCHIEU", "period", "2015H1"))
                .post("/api/v1/consolidated-reports").then().statusCode(201).body("figures.indicator", contains("NG-03"))
                .body("references.indicator", contains("NG-01", "NG-02")).body("references.regime", contains("NGUON", "NGUON"))
                .body("references.period", contains("2015Q1", "2015Q1")).body("references.numerator", contains(22, 22))
                .body("references.denominator", contains(25, 25)).body("references.percent", contains(88.0f, 88.0f))
                .body("references.units", contains(2, 2)).body("references.missing", contains(1, 1)).extract().path("id");

        byte[] appendix = as("reviewer").get("/api/v1/consolidated-reports/{id}/appendix.xlsx", report).then().statusCode(200)
                .extract().asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(appendix))) {
            var rows = workbook.findSheet("Dẫn chiếu").orElseThrow().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("NG-01");
            assertThat(rows.get(1).getCellText(3)).isEqualTo("2015Q1");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("22");
        }
        String exported = as("viewer").get("/api/v1/exports/references.csv?regime=DANCHIEU&period=2015H1&unit=" + first).then()
                .statusCode(200).extract().asString();
        assertThat(exported.lines().skip(1)).hasSize(2)
                .allMatch(row -> row.contains(",ACCEPTED,NGUON,2015Q1," + source + ",1,17,20,"));
        assertThat(as("viewer").get("/api/v1/exports/references.csv?regime=DANCHIEU&period=2015H1&indicator=NG-01&version=1")
                .then().statusCode(200).extract().asString().lines().skip(1)).hasSize(3);
        assertThat(as("viewer").get("/api/v1/exports/references.csv?regime=DANCHIEU&asOf=2020-01-01T00:00:00Z").then()
                .statusCode(200).extract().asString().lines().skip(1)).isEmpty();
        byte[] workbook = as("viewer").get("/api/v1/exports/references.xlsx?regime=DANCHIEU&period=2015H1").then()
                .statusCode(200).extract().asByteArray();
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().read()).hasSize(7);
        }
        assertThat(as("viewer").get("/api/v1/exports/figures.csv?regime=DANCHIEU&period=2015H1").then().extract().asString()
                .lines().skip(1)).hasSize(3).allMatch(row -> row.contains(",NG-03,"));
    }

    private static String version(String report, int number) {
        return as("viewer").get("/api/v1/reports/{id}/versions/{n}", report, number).then().statusCode(200).extract()
                .jsonPath().getMap("report").get("references").toString()
                + as("viewer").get("/api/v1/reports/{id}/versions/{n}/seal", report, number).then().statusCode(200).extract()
                        .asString();
    }

    /** The relay moves an event to the published ones in one transaction. */
    private long eventsOf(String unit, String indicator) {
        return reports.selectLong(
                """
                        select count(*) from (select type, data from outbox union all select type, data
                          from published_event) events
                        where type = 'vn.cchc.UnitResultAccepted' and data::jsonb ->> 'indicator' = '%s' and data::jsonb ->> 'unit' = '%s'"""
                        .formatted(indicator, unit));
    }

    private static ValidatableResponse imported(String unit, String period, String file) {
        String job = reporter(unit)
                .config(RestAssured.config().encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv").body(file.getBytes(UTF_8))
                .post("/api/v1/imports?regime=DANCHIEU&period=" + period).then().statusCode(202).extract().path("id");
        await().atMost(20, SECONDS).until(() -> List.of("DONE", "REFUSED")
                .contains(reporter(unit).get("/api/v1/imports/{id}", job).then().extract().<String> path("state")));
        return reporter(unit).get("/api/v1/imports/{id}", job).then();
    }
}
