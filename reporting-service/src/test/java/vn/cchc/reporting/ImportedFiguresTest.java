package vn.cchc.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** Imported figures follow the rules of figures that are entered: the denominator of QA-02 is the numerator of QA-01. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ImportedFiguresTest {

    private static final String HEADER = "unit,indicator,numerator,denominator,rating,statement\n";
    private static final String FIGURES = "/api/v1/units/{unit}/periods/{period}/figures?regime=CLSL";

    @Inject
    SchoolFixture schools;
    @Inject
    ReportFixture reports;

    @BeforeEach
    void schools() {
        schools.open();
    }

    @Test
    void anImportComputesWhatIsDerivedAsAnEntryDoes() {
        String unit = SchoolFixture.UNITS.get(14);
        imported(unit, "2016", "", row(unit, "QA-02", "80", "") + row(unit, "QA-01", "85", "100"))
                .body("state", equalTo("DONE")).body("figuresChanged", equalTo(2));
        sheet(unit, "2016").body("figures.numerator", contains(85, 80)).body("figures.denominator", contains(100, 85));

        imported(unit, "2016", "", row(unit, "QA-01", "90", "100")).body("state", equalTo("DONE")).body("figuresChanged",
                equalTo(2));
        sheet(unit, "2016").body("figures.numerator", contains(90, 80)).body("figures.denominator", contains(100, 90));

        imported(unit, "2016", "", row(unit, "QA-01", "90", "100") + row(unit, "QA-02", "80", "86"))
                .body("state", equalTo("REFUSED")).body("conflicts.items.collect { it.cell + ' ' + it.code }",
                        contains("D3 parts-differ"))
                .body("conflicts.items[0].detail",
                        equalTo("Giá trị của mẫu số phải bằng tử số của chỉ số QA-01, là 90."))
                .body("conflicts.items[0].detailEn",
                        equalTo("The denominator must equal the numerator of the indicator QA-01, which is 90."));
        imported(unit, "2016", "", row(unit, "QA-01", "79", "100")).body("state", equalTo("REFUSED"))
                .body("conflicts.items.collect { it.cell + ' ' + it.code }", contains("C2 derived-figure-invalid"));
        sheet(unit, "2016").body("figures.numerator", contains(90, 80)).body("figures.denominator", contains(100, 90));
    }

    @Test
    void aFigureWhoseSourceIsRefusedIsNotImportedEither() {
        String unit = SchoolFixture.UNITS.get(15);
        String other = SchoolFixture.UNITS.get(16);
        String rows = row(unit, "QA-01", "101", "100") + row(unit, "QA-02", "80", "") + row(other, "QA-02", "80", "")
                + row(other, "QA-01", "85", "100");

        imported(unit, "2016", "&mode=ROW_BY_ROW", rows).body("state", equalTo("DONE")).body("reportsCreated", equalTo(1))
                .body("figuresChanged", equalTo(2)).body("rowsRefused", equalTo(2))
                .body("conflicts.items.collect { it.cell + ' ' + it.code }",
                        contains("C2 numerator-above-denominator", "D3 count-missing"));

        sheet(unit, "2016").body("report", nullValue());
        sheet(other, "2016").body("figures.numerator", contains(85, 80)).body("figures.denominator", contains(100, 85));
        imported(unit, "2016", "", rows).body("state", equalTo("REFUSED")).body("rowsRefused", equalTo(1));
    }

    @Test
    void theTemplateLeavesTheCellsOfDerivedPartsEmptyAndLocked() throws IOException {
        String unit = SchoolFixture.UNITS.get(17);
        imported(unit, "2016", "", row(unit, "QA-02", "80", "") + row(unit, "QA-01", "85", "100"));

        byte[] file = as(unit).get("/api/v1/imports/template.xlsx?regime=CLSL&period=2016&unit=" + unit).then().statusCode(200)
                .extract()
                .asByteArray();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var second = workbook.getFirstSheet().read().get(2);
            assertThat(second.getCellText(2)).isEqualTo("QA-02");
            assertThat(second.getCellText(4)).isEqualTo("80");
            assertThat(second.getCellText(5)).isEmpty();
        }
        assertThat(ImportTest.part(file, "xl/worksheets/sheet1.xml")).contains("<c r=\"F2\" s=")
                .doesNotContain("<c r=\"F3\" s=");
    }

    @Test
    void aDryRunTellsExactlyWhatTheImportDoesAndLeavesNothing() {
        String unit = SchoolFixture.UNITS.get(18);
        imported(unit, "2016", "", row(unit, "QA-02", "80", "") + row(unit, "QA-01", "85", "100"));
        String rows = row(unit, "QA-01", "90", "100") + row(unit, "QA-02", "95", "") + row(unit, "QA-77", "1", "2");
        long before = traces();

        imported(unit, "2016", "&dryRun=true&mode=ROW_BY_ROW", rows).body("state", equalTo("DONE"))
                .body("figuresChanged", equalTo(2)).body("rowsRefused", equalTo(2));

        assertThat(traces()).isEqualTo(before);
        sheet(unit, "2016").body("figures.numerator", contains(85, 80)).body("figures.denominator", contains(100, 85));
        imported(unit, "2016", "&mode=ROW_BY_ROW", rows).body("figuresChanged", equalTo(2)).body("rowsRefused", equalTo(2));
        sheet(unit, "2016").body("figures.numerator", contains(90, 80)).body("figures.denominator", contains(100, 90));
    }

    @Test
    void theFindingsOfTheQualityGateAreThoseOfTheReportAndNameTheirCells() {
        String unit = SchoolFixture.UNITS.get(19);
        accept(unit, "2018H1", row(unit, "QA-02", "40", "") + row(unit, "QA-01", "51", "60"));
        String rows = row(unit, "QA-02", "", "") + row(unit, "QA-01", "50", "100");

        String dryRun = imported(unit, "2018", "&dryRun=true", rows).body("state", equalTo("DONE"))
                .body("conflicts.items", empty()).body("errorCount", equalTo(2)).body("warningCount", equalTo(1)).extract()
                .path("id");
        findings(unit, dryRun)
                .body("items.collect { it.cell + ' ' + it.severity + ' ' + it.code }",
                        contains("B2 ERROR figure-missing", "C3 ERROR cumulative-falls", "B3 WARNING jump"))
                .body("items.indicator", contains("QA-02", "QA-01", "QA-01")).body("items.unit", everyItem(equalTo(unit)))
                .body("items[2].key", equalTo("JUMP:QA-01"))
                .body("items[2].detail",
                        equalTo("Tỷ lệ 50 % cách tỷ lệ 85 % của kỳ 2018H1 quá 20 điểm phần trăm."))
                .body("items[2].detailEn",
                        equalTo("The percentage 50 % is more than 20 points away from the 85 % of the period 2018H1."));

        String id = imported(unit, "2018", "&mode=ROW_BY_ROW", rows).body("state", equalTo("DONE")).extract().path("id");
        List<String> codes = findings(unit, id).extract().path("items.code");
        String report = sheet(unit, "2018").extract().path("report");
        JsonPath check = as(unit).post("/api/v1/reports/{id}/check", report).then().statusCode(200).extract().jsonPath();
        assertThat(codes).containsExactlyInAnyOrderElementsOf(
                Stream.concat(check.<String> getList("errors.code").stream(), check.<String> getList("warnings.code").stream())
                        .toList());
        ReportFixture.as("vp-reporter").get("/api/v1/imports/{id}/findings", id).then().statusCode(404);
    }

    @Test
    void whatHoldsForThePeriodIsSaidOnceAndARefusedUnitHasNoFindings() {
        String unit = SchoolFixture.UNITS.get(14);
        String other = SchoolFixture.UNITS.get(15);
        String refused = SchoolFixture.UNITS.get(16);
        imported(refused, "2049", "", row(refused, "QA-01", "80", "100")).body("state", equalTo("DONE"));
        String rows = row(unit, "QA-01", "85", "100") + row(other, "QA-01", "85", "100") + row(refused, "QA-01", "101", "100");

        String id = imported(unit, "2049", "", rows).body("state", equalTo("REFUSED")).body("conflictCount", equalTo(1))
                .body("errorCount", equalTo(3)).extract().path("id");

        findings(unit, id).body("items.unit", contains(null, unit, other)).body("items.cell", everyItem(nullValue()))
                .body("items.code", contains("cut-off-not-reached", "figure-missing", "figure-missing"));
        sheet(unit, "2049").body("report", nullValue());
    }

    private static void accept(String unit, String period, String rows) {
        imported(unit, period, "", rows).body("state", equalTo("DONE"));
        String report = sheet(unit, period).extract().path("report");
        SchoolFixture.submit(unit, report).statusCode(200);
        ReportFixture.as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
    }

    private static ValidatableResponse findings(String unit, String id) {
        return as(unit).get("/api/v1/imports/{id}/findings", id).then().statusCode(200);
    }

    private long traces() {
        return reports.selectLong("""
                select (select count(*) from audit_entry where resource = 'report') + (select sum(lock) from report)
                  + (select count(*) from figure) + (select count(*) from status_change) + (select count(*) from report)""");
    }

    private static String row(String unit, String indicator, String numerator, String denominator) {
        return String.join(",", unit, indicator, numerator, denominator, "", "") + "\n";
    }

    private static ValidatableResponse imported(String unit, String period, String query, String rows) {
        String id = as(unit).contentType("text/csv").body((HEADER + rows).getBytes(UTF_8))
                .post("/api/v1/imports?regime=CLSL&period=" + period + query).then().statusCode(202).extract().path("id");
        await().atMost(30, SECONDS).until(() -> !Set.of("QUEUED", "RUNNING")
                .contains(as(unit).get("/api/v1/imports/{id}", id).then().extract().path("state")));
        return as(unit).get("/api/v1/imports/{id}?limit=200", id).then().statusCode(200);
    }

    private static ValidatableResponse sheet(String unit, String period) {
        return as(unit).get(FIGURES, unit, period).then().statusCode(200);
    }

    private static RequestSpecification as(String unit) {
        String token = Tokens.with("one-stop-system", Map.of("unit", unit, "units", SchoolFixture.UNITS));
        return RestAssured.given().config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))).auth().oauth2(token);
    }
}
