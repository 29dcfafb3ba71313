package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.reporting.ReportFixture.as;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.events.IndicatorDefined.Milestone;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.outbox.Outbox;

/** A second regime of calendar months and a second plan with three indicators live beside the first. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class SecondRegimeTest {

    @Inject
    ReportFixture reports;

    @Inject
    Outbox outbox;

    @BeforeEach
    void aRegimeOfCalendarMonthsAndASecondPlan() {
        reports.publishIndicators();
        reports.sql(
                """
                        insert into regime (code, version, name, name_en, legal_basis, type, window_rule, period_types, deadlines)
                        select 'TTHC', 1, 'Báo cáo kiểm soát thủ tục hành chính', 'Report on administrative procedures', legal_basis, type,
                          '{"startMonth": 1, "startDay": 1, "previousYear": false}',
                          '[{"suffix": "M03", "firstMonth": 3, "lastMonth": 3}, {"suffix": "", "firstMonth": 1, "lastMonth": 12}]', deadlines
                        from regime where code = 'CCHC' and version = 1""");
        reports.sql(period("2000M03", "2000-03-01", "2000-03-31", false));
        reports.sql(period("2000", "2000-01-01", "2000-12-31", true));
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of("TTHC-01", "TTHC-02", "TTHC-03").map(SecondRegimeTest::indicator).forEach(outbox::add));
        await().atMost(10, SECONDS)
                .until(() -> reports.selectLong("select count(*) from indicator where code like 'TTHC-%'") == 3);
    }

    @AfterEach
    void onlyTheFirstRegimeStays() {
        for (String table : List.of("report_version_figure", "report_version_evidence", "report_version", "report_question",
                "report_round",
                "figure", "evidence",
                "status_change",
                "report_contributor")) {
            reports.sqlAsOwner("delete from " + table + " where report in (select id from report where regime = 'TTHC')");
        }
        reports.sql("delete from report where regime = 'TTHC'");
        reports.sql("delete from period where regime = 'TTHC'");
        reports.sql("delete from regime where code = 'TTHC'");
        reports.sql("delete from indicator where code like 'TTHC-%'");
    }

    @Test
    void aReportRequiresTheIndicatorsOfItsOwnRegime() {
        String first = create("CCHC", "2000Q1");
        String month = create("TTHC", "2000M03");

        as("tccb-reporter").get("/api/v1/reports/{id}", first).then().body("figures.indicator", contains("CT90", "CT91"));
        as("tccb-reporter").get("/api/v1/reports/{id}", month).then()
                .body("figures.indicator", contains("TTHC-01", "TTHC-02", "TTHC-03")).body("cutOff", equalTo("2000-03-31"));
        as("tccb-reporter").body(Map.of("numerator", 1, "denominator", 2)).put("/api/v1/reports/{id}/figures/CT90", month)
                .then().statusCode(422);
    }

    @Test
    void theSamePeriodCodeHasAReportUnderEachRegime() {
        String first = create("CCHC", "2000");
        String second = create("TTHC", "2000");
        assertThat(second).isNotEqualTo(first);

        as("tccb-reporter").body(Map.of("TTHC-01", count(), "TTHC-02", count(), "TTHC-03", count()))
                .put("/api/v1/reports/{id}/figures", second).then().statusCode(200);
        as("tccb-head").post("/api/v1/reports/{id}/submission", second).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", second).then().statusCode(200);

        as("tccb-reporter").get("/api/v1/reports/{id}", first).then().body("state", equalTo("DRAFT"));
        as("tccb-reporter").get("/api/v1/reports?period=2000&unit=TCCB&regime=TTHC").then().body("items.id", contains(second));
        assertThat(exported("TTHC")).containsExactly("TTHC-01", "TTHC-02", "TTHC-03");
        assertThat(exported("CCHC")).isEmpty();
    }

    private static List<String> exported(String regime) {
        String file = as("viewer").get("/api/v1/exports/figures.csv?period=2000&regime=" + regime).then().statusCode(200)
                .extract()
                .asString();
        return file.lines().skip(1).map(row -> row.split(",")[4]).toList();
    }

    private static String create(String regime, String period) {
        return as("tccb-reporter").body(Map.of("regime", regime, "period", period, "unit", "TCCB")).post("/api/v1/reports")
                .then()
                .statusCode(201).extract().path("id");
    }

    private static Map<String, Integer> count() {
        return Map.of("numerator", 1, "denominator", 2);
    }

    private static String period(String code, String from, String to, boolean annual) {
        return """
                insert into period (id, regime, code, version, year, window_from, window_to, year_from, year_to, annual,
                  unit_deadline, department_deadline, province_deadline, cancelled, regime_version, recorded_at)
                values (uuidv7(), 'TTHC', '%s', 1, 2000, '%s', '%s', '2000-01-01', '2000-12-31', %s,
                  date '%3$s' + 5, date '%3$s' + 7, date '%3$s' + 9, false, 1, now())""".formatted(code, from, to, annual);
    }

    private static IndicatorDefined indicator(String code) {
        return new IndicatorDefined(code, "KH-TTHC-2025", 1, "Chỉ số " + code, "Indicator " + code, "RATIO", "FLOW", "AT_LEAST",
                "a", "b", "TTHC", null, null, List.of(new Milestone(2025, new BigDecimal("80"))),
                List.of(new Assignment("TCCB", true, null, null)), 1, List.of(), null);
    }
}
