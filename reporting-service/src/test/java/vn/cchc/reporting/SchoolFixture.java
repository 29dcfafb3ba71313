package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static vn.cchc.reporting.ReportFixture.as;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.events.IndicatorDefined.Milestone;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/**
 * Schools that report two indicators under a regime of their own. The denominator of QA-02 is the numerator of QA-01. The
 * first ten schools are for the tests of the quality gate, the others for those of the entry.
 */
@ApplicationScoped
class SchoolFixture {

    static final List<String> UNITS = IntStream.range(0, 20).mapToObj(number -> "QA-SCHOOL-" + number).toList();

    private final ReportFixture reports;
    private final Outbox outbox;

    SchoolFixture(ReportFixture reports, Outbox outbox) {
        this.reports = reports;
        this.outbox = outbox;
    }

    void open() {
        reports.publishIndicators();
        if (as("viewer").get("/api/v1/regimes/CLSL").statusCode() == 200) {
            return;
        }
        Map<String, Object> jump = Map.of("type", "JUMP", "severity", "WARNING", "points", 20, "minimumCases", 10);
        as("admin").body(Map.of("code", "CLSL", "name", "Chất lượng số liệu", "nameEn", "Data quality", "legalBasis",
                "Nghị định 09/2019/NĐ-CP", "type", "PERIODIC", "windowRule",
                Map.of("startMonth", 1, "startDay", 1, "previousYear", false), "periodTypes",
                List.of(Map.of("suffix", "H1", "firstMonth", 1, "lastMonth", 6),
                        Map.of("suffix", "", "firstMonth", 1, "lastMonth", 12)),
                "deadlines", Map.of("UNIT", workingDays(2), "DEPARTMENT", workingDays(4), "PROVINCE", workingDays(6)),
                "qualityRules",
                List.of(Map.of("type", "OBLIGATORY", "severity", "ERROR"),
                        Map.of("type", "EQUAL_PARTS", "severity", "ERROR", "indicator", "QA-02", "part", "DENOMINATOR",
                                "sourceIndicator", "QA-01", "sourcePart", "NUMERATOR"),
                        Map.of("type", "CUMULATIVE", "severity", "ERROR", "indicators", List.of("QA-01")), jump,
                        Map.of("type", "OUTLIER_PEERS", "severity", "WARNING", "fences", 1.5, "minimumPeers", 8,
                                "minimumPoints", 0))))
                .post("/api/v1/regimes").then().statusCode(201);
        UNITS.forEach(unit -> as("admin").body(Map.of("code", unit, "name", "Trường", "nameEn", "School", "type",
                "SERVICE_UNIT", "parent", "SGDDT")).post("/api/v1/units").then().statusCode(201));
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of("QA-01", "QA-02").map(SchoolFixture::indicator).forEach(outbox::add));
        await().atMost(10, SECONDS)
                .until(() -> reports.selectLong("select count(*) from indicator where code like 'QA-%'") == 2);
    }

    static RequestSpecification reporter(String unit) {
        return given().auth().oauth2(Tokens.with("vp-reporter", Map.of("unit", unit))).contentType("application/json");
    }

    static ValidatableResponse submit(String unit, String report) {
        return given().auth().oauth2(Tokens.with("vp-head", Map.of("unit", unit))).contentType("application/json")
                .header("If-Match", "*").post("/api/v1/reports/{id}/submission", report).then();
    }

    private static Map<String, Object> workingDays(int count) {
        return Map.of("basis", "WORKING_DAYS", "value", count);
    }

    private static IndicatorDefined indicator(String code) {
        return new IndicatorDefined(code, "KH-CLSL-2025", 1, "Chỉ số " + code, "Indicator " + code, "RATIO", "FLOW", "AT_LEAST",
                "a", "b", "CLSL", null, null, List.of(new Milestone(2025, new BigDecimal("80"))),
                UNITS.stream().map(unit -> new Assignment(unit, true, null, null)).toList(), 1, List.of(), null);
    }
}
