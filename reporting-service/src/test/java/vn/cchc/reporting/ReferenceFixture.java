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

/** Schools that report a flow and a stock under NGUON; DANCHIEU asks for both too, and for an indicator of its own. */
@ApplicationScoped
class ReferenceFixture {

    static final List<String> UNITS = IntStream.range(0, 8).mapToObj(number -> "DC-SCHOOL-" + number).toList();

    private final ReportFixture reports;
    private final Outbox outbox;

    ReferenceFixture(ReportFixture reports, Outbox outbox) {
        this.reports = reports;
        this.outbox = outbox;
    }

    void open() {
        reports.publishIndicators();
        if (as("viewer").get("/api/v1/regimes/DANCHIEU").statusCode() == 200) {
            return;
        }
        regime("NGUON", List.of(period("Q1", 1, 3), period("", 1, 12)));
        regime("DANCHIEU", List.of(period("M02", 2, 2), period("M04", 4, 4), period("H1", 1, 6), period("", 1, 12)));
        UNITS.forEach(unit -> as("admin").body(Map.of("code", unit, "name", "Trường", "nameEn", "School", "type",
                "SERVICE_UNIT", "parent", "SGDDT")).post("/api/v1/units").then().statusCode(201));
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of(indicator("NG-01", "FLOW", "NGUON", "DANCHIEU"),
                        indicator("NG-02", "STOCK", "NGUON", "DANCHIEU"), indicator("NG-03", "FLOW", "DANCHIEU"))
                        .forEach(outbox::add));
        await().atMost(10, SECONDS)
                .until(() -> reports.selectLong("select count(*) from indicator where code like 'NG-%'") == 3);
    }

    static RequestSpecification reporter(String unit) {
        return given().auth().oauth2(Tokens.with("vp-reporter", Map.of("unit", unit))).contentType("application/json")
                .filter(ReportFixture::acceptAnyVersion);
    }

    static RequestSpecification head(String unit) {
        return given().auth().oauth2(Tokens.with("vp-head", Map.of("unit", unit))).contentType("application/json")
                .filter(ReportFixture::acceptAnyVersion);
    }

    static Map<String, Object> count(int numerator, int denominator) {
        return Map.of("numerator", numerator, "denominator", denominator);
    }

    static String draft(String regime, String period, String unit) {
        return reporter(unit).body(Map.of("regime", regime, "period", period, "unit", unit)).post("/api/v1/reports").then()
                .statusCode(201).extract().path("id");
    }

    /** An accepted report under NGUON. */
    static String source(String unit, String period, int numerator, int denominator) {
        String report = draft("NGUON", period, unit);
        accept(unit, report, Map.of("NG-01", count(numerator, denominator), "NG-02", count(numerator, denominator)));
        return report;
    }

    static void accept(String unit, String report, Map<String, Object> figures) {
        submit(unit, report, figures);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
    }

    static void submit(String unit, String report, Map<String, Object> figures) {
        reporter(unit).body(figures).put("/api/v1/reports/{id}/figures", report).then().statusCode(200);
        head(unit).post("/api/v1/reports/{id}/submission", report).then().statusCode(200);
    }

    static ValidatableResponse read(String unit, String report) {
        return reporter(unit).get("/api/v1/reports/{id}", report).then().statusCode(200);
    }

    private static void regime(String code, List<Map<String, Object>> periods) {
        as("admin").body(Map.of("code", code, "name", "Báo cáo " + code, "nameEn", "Report " + code, "legalBasis",
                "Nghị định 09/2019/NĐ-CP", "type", "PERIODIC", "windowRule",
                Map.of("startMonth", 1, "startDay", 1, "previousYear", false), "periodTypes", periods, "deadlines",
                Map.of("UNIT", workingDays(2), "DEPARTMENT", workingDays(4), "PROVINCE", workingDays(6))))
                .post("/api/v1/regimes").then().statusCode(201);
    }

    private static Map<String, Object> period(String suffix, int first, int last) {
        return Map.of("suffix", suffix, "firstMonth", first, "lastMonth", last);
    }

    private static Map<String, Object> workingDays(int count) {
        return Map.of("basis", "WORKING_DAYS", "value", count);
    }

    private static IndicatorDefined indicator(String code, String basis, String regime, String... alsoAskedBy) {
        return new IndicatorDefined(code, "KH-NG-2025", 1, "Chỉ số " + code, "Indicator " + code, "RATIO", basis, "AT_LEAST",
                "a", "b", regime, null, null, List.of(new Milestone(2025, new BigDecimal("80"))),
                UNITS.stream().map(unit -> new Assignment(unit, true, null, null)).toList(), 1, List.of(alsoAskedBy), null);
    }
}
