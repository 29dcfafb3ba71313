package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;

/** Schools report two indicators half-yearly, under a regime with quality rules of its own. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class QualityTest {

    private static final List<String> UNITS = SchoolFixture.UNITS;

    @Inject
    ReportFixture reports;
    @Inject
    SchoolFixture schools;

    @BeforeEach
    void aRegimeWithRules() {
        schools.open();
    }

    @Test
    void aWarningNeedsAnExplanationThatTheReviewerReads() {
        String unit = UNITS.get(0);
        accept(unit, report(unit, "2001", 85, 100, 80));
        String report = report(unit, "2002", 50, 100, 40);
        String before = SchoolFixture.reporter(unit).get("/api/v1/reports/{id}", report).header("ETag");

        check(unit, report).body("ready", equalTo(false)).body("errors", empty())
                .body("warnings.key", contains("JUMP:QA-01")).body("warnings[0].needsExplanation", equalTo(true))
                .body("warnings[0].comparison.value", equalTo(50f)).body("warnings[0].comparison.reference", equalTo(85f))
                .body("warnings[0].comparison.lower", equalTo(65f)).body("warnings[0].comparison.period", equalTo("2001"))
                .body("warnings[0].detail",
                        equalTo("The percentage 50 % is more than 20 points away from the 85 % of the period 2001."));
        assertThat(SchoolFixture.reporter(unit).get("/api/v1/reports/{id}", report).header("ETag")).isEqualTo(before);
        SchoolFixture.submit(unit, report).statusCode(422).body("errors.pointer", contains("/explanations/JUMP:QA-01"))
                .body("errors.code", contains("warning-unexplained"));

        explain(unit, report, Map.of("JUMP:QA-01", "Hết đợt cao điểm", "JUMP:QA-77", "Không còn cảnh báo này"))
                .statusCode(200);
        check(unit, report).body("ready", equalTo(true)).body("warnings[0].explanation.text", equalTo("Hết đợt cao điểm"));
        SchoolFixture.submit(unit, report).statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/check", report).then().statusCode(200)
                .body("warnings[0].explanation.text", equalTo("Hết đợt cao điểm"));
        as("reviewer").get("/api/v1/reports/{id}", report).then()
                .body("explanations.'JUMP:QA-01'.text", equalTo("Hết đợt cao điểm"))
                .body("explanations.'JUMP:QA-01'.by", equalTo("vp-reporter"));
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
        as("viewer").get("/api/v1/reports/{id}", report).then()
                .body("explanations.'JUMP:QA-01'.text", equalTo("Hết đợt cao điểm"));
        explain(unit, report, Map.of()).statusCode(409).body("code", equalTo("not-editable"));
    }

    @Test
    void everyWrongExplanationIsNamed() {
        String unit = UNITS.get(1);
        String report = report(unit, "2001", 85, 100, 80);

        explain(unit, report, Map.of("JUMP:QA-01", " ", "jump", "x", "JUMP:QA-02", "x".repeat(4001))).statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/JUMP:QA-01", "/jump", "/JUMP:QA-02"))
                .body("errors.code", containsInAnyOrder("explanation-missing", "invalid-warning-key", "too-long"));
        as("vp-reporter").body(Map.of()).put("/api/v1/reports/{id}/explanations", report).then().statusCode(404);
        SchoolFixture.reporter(unit).body(Map.of()).put("/api/v1/reports/{id}/explanations", report).then().statusCode(428);
    }

    @Test
    void errorsOfSeveralRulesPreventTheSubmissionAllAtOnce() {
        String unit = UNITS.get(2);
        accept(unit, report(unit, "2003H1", 80, 100, 70));
        String report = report(unit, "2003", 79, 99, 70);
        reports.sql("update figure set denominator = 90 where report = '%s' and indicator = 'QA-02'".formatted(report));

        SchoolFixture.submit(unit, report).statusCode(422).body("errors.pointer", containsInAnyOrder("/figures/QA-01/numerator",
                "/figures/QA-01/denominator", "/figures/QA-02/denominator"))
                .body("errors.code", containsInAnyOrder("cumulative-falls", "cumulative-falls", "parts-differ"));
    }

    @Test
    void aFigureIsComparedWithSubmittedAndAcceptedReportsOfOtherUnits() {
        String unit = UNITS.get(9);
        String report = report(unit, "2004", 20, 100, 15);
        for (int peer = 0; peer < 8; peer++) {
            String other = UNITS.get(peer);
            String submitted = report(other, "2004", 80 + peer, 100, 80);
            check(unit, report).body("warnings.key", not(hasItem("OUTLIER_PEERS:QA-01")));
            explainAll(other, submitted);
            SchoolFixture.submit(other, submitted).statusCode(200);
            if (peer % 2 == 0) {
                as("reviewer").post("/api/v1/reports/{id}/acceptance", submitted).then().statusCode(200);
            }
        }

        check(unit, report).body("ready", equalTo(false))
                .body("warnings.find { it.key == 'OUTLIER_PEERS:QA-01' }.comparison.values", equalTo(8))
                .body("warnings.find { it.key == 'OUTLIER_PEERS:QA-01' }.comparison.reference", equalTo(83.5f));
        explainAll(unit, report);
        SchoolFixture.submit(unit, report).statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/check", report).then()
                .body("warnings.find { it.key == 'OUTLIER_PEERS:QA-01' }.comparison.values", equalTo(8));
    }

    @Test
    void aCheckCostsTheSameNumberOfStatementsHoweverMuchItIsComparedWith() {
        String alone = report(UNITS.get(3), "2010", 85, 100, 80);
        String many = report(UNITS.get(4), "2012", 85, 100, 80);
        for (int year = 2005; year < 2012; year++) {
            accept(UNITS.get(4), report(UNITS.get(4), String.valueOf(year), 85, 100, 80));
        }
        for (int peer = 5; peer < 10; peer++) {
            accept(UNITS.get(peer), report(UNITS.get(peer), "2012", 85, 100, 80));
        }

        assertThat(StatementCount.during(() -> check(UNITS.get(4), many)))
                .isEqualTo(StatementCount.during(() -> check(UNITS.get(3), alone)))
                .isLessThanOrEqualTo(12);
    }

    /** The numerator of the first figure is the denominator of the second. */
    private static String report(String unit, String period, int numerator, int denominator, int second) {
        String report = SchoolFixture.reporter(unit).body(Map.of("regime", "CLSL", "period", period, "unit", unit))
                .post("/api/v1/reports")
                .then().statusCode(201).extract().path("id");
        put(unit, report, Map.of("QA-01", Map.of("numerator", numerator, "denominator", denominator), "QA-02",
                Map.of("numerator", Math.min(second, numerator), "denominator", numerator)));
        return report;
    }

    private static void put(String unit, String report, Map<String, Object> figures) {
        SchoolFixture.reporter(unit).header("If-Match", "*").body(figures).put("/api/v1/reports/{id}/figures", report).then()
                .statusCode(200);
    }

    private static void accept(String unit, String report) {
        explainAll(unit, report);
        SchoolFixture.submit(unit, report).statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
    }

    private static void explainAll(String unit, String report) {
        List<String> keys = check(unit, report).extract().path("warnings.key");
        explain(unit, report, keys.stream().distinct().collect(java.util.stream.Collectors.toMap(key -> key, key -> "Đúng")))
                .statusCode(200);
    }

    private static ValidatableResponse explain(String unit, String report, Map<String, String> explanations) {
        return SchoolFixture.reporter(unit).header("If-Match", "*").body(explanations)
                .put("/api/v1/reports/{id}/explanations", report)
                .then();
    }

    private static ValidatableResponse check(String unit, String report) {
        return SchoolFixture.reporter(unit).header("Accept-Language", "en").post("/api/v1/reports/{id}/check", report).then()
                .statusCode(200);
    }
}
