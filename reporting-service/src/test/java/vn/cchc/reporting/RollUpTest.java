package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/**
 * On 1/7/2025, inside the window of the third quarter (15/6 to 14/9), the Department was merged and its offices with it. Each
 * part of the quarter counts once, for the old unit and for its successor.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class RollUpTest {

    @Inject
    EntityManager database;
    @Inject
    ReportFixture reports;

    @BeforeEach
    void aDepartmentIsMergedInsideTheThirdQuarter() {
        if (as("viewer").get("/api/v1/units/RU-OLD").statusCode() == 200) {
            return;
        }
        unit("RU-OLD", null, "DEPARTMENT");
        unit("RU-NEW", null, "DEPARTMENT");
        unit("RU-A", "RU-OLD", "OFFICE");
        unit("RU-B", "RU-OLD", "OFFICE");
        unit("RU-STAYS", "RU-OLD", "SERVICE_UNIT");
        change("RU-A", Map.of("type", "MERGE", "units", List.of("RU-B"), "successors",
                List.of(Map.of("code", "RU-C", "name", "Phòng mới", "nameEn", "New office", "type", "OFFICE", "parent",
                        "RU-NEW"))));
        change("RU-OLD", Map.of("type", "MERGE", "successors", List.of(Map.of("code", "RU-NEW"))));
        accepted("2025Q3", "RU-A", 3, 10);
        accepted("2025Q3", "RU-B", 2, 10);
        accepted("2025Q3", "RU-C", 40, 80);
        accepted("2025Q3", "RU-STAYS", 5, 5);
        accepted("2025Q1", "RU-A", 1, 3);
        accepted("2025Q1", "RU-STAYS", 1, 3);
    }

    @Test
    void asItWasEachDepartmentHasTheUnitsThatStoodBelowItAtTheEnd() {
        sums("RU-OLD", "2025Q3", "AS_IT_WAS").body("figures.numerator", contains(5)).body("figures.denominator", contains(20))
                .body("figures.units", contains(2));
        sums("RU-NEW", "2025Q3", "AS_IT_WAS").body("figures.numerator", contains(45)).body("figures.denominator", contains(85));
    }

    @Test
    void asNowTheSuccessorHasBothPartsOfTheQuarter() {
        sums("RU-C", "2025Q3", "AS_IT_WAS").body("figures.numerator", contains(40));
        sums("RU-C", "2025Q3", "AS_NOW").body("figures.indicator", contains("CT05.3")).body("figures.numerator", contains(45))
                .body("figures.denominator", contains(100)).body("figures.units", contains(3))
                .body("figures[0].percent", equalTo(45.00f));
        sums("RU-NEW", "2025Q3", "AS_NOW").body("figures.numerator", contains(50)).body("figures.denominator", contains(105))
                .body("figures[0].percent", equalTo(47.62f));
    }

    @Test
    void anEarlierPeriodBelongsToTheFormerDepartmentAsItWasAndToTheSuccessorAsNow() {
        sums("RU-OLD", "2025Q1", "AS_IT_WAS").body("figures.numerator", contains(2)).body("figures.denominator", contains(6));
        sums("RU-NEW", "2025Q1", "AS_IT_WAS").body("figures", empty());
        sums("RU-NEW", "2025Q1", "AS_NOW").body("figures.numerator", contains(2)).body("figures.denominator", contains(6));
    }

    @Test
    void bothUnitsReportTheQuarterAndOnlyTheSuccessorTheNextYear() {
        reports.publishIndicators();
        as("viewer").get("/api/v1/units/RU-A?asOf=2025-06-30").then().statusCode(200).body("parent", equalTo("RU-OLD"));
        as("viewer").get("/api/v1/units/RU-C?asOf=2025-06-30").then().statusCode(404);
        report("RU-A", "2025").then().statusCode(201);
        report("RU-C", "2025").then().statusCode(201);
        report("RU-C", "2025H1").then().statusCode(422).body("errors.code", contains("unit-closed"));
        report("RU-A", "2026Q1").then().statusCode(422).body("errors.code", contains("unit-closed"));
    }

    @Test
    void noCasesHaveNoPercentage() {
        accepted("2024Q3", "RU-STAYS", 0, 0);

        sums("RU-OLD", "2024Q3", "AS_IT_WAS").body("figures.denominator", contains(0)).body("figures[0].percent", nullValue());
    }

    @Test
    void anUnknownUnitOrPeriodIsNotFound() {
        as("viewer").get("/api/v1/units/NOBODY/figures?period=2025Q3").then().statusCode(404);
        as("viewer").get("/api/v1/units/VP/figures?period=2025M03").then().statusCode(404);
        as("viewer").get("/api/v1/units/VP/figures").then().statusCode(400);
    }

    private static ValidatableResponse sums(String unit, String period, String basis) {
        return as("viewer").get("/api/v1/units/{unit}/figures?period={period}&basis={basis}", unit, period, basis).then()
                .statusCode(200);
    }

    private static Response report(String unit, String period) {
        String token = Tokens.with("one-stop-system", Map.of("units", List.of(unit)));
        return RestAssured.given().auth().oauth2(token).contentType("application/json")
                .body(Map.of("period", period, "unit", unit)).post("/api/v1/reports");
    }

    private static void unit(String code, String parent, String type) {
        Map<String, Object> body = new HashMap<>(
                Map.of("code", code, "name", "Đơn vị " + code, "nameEn", "Unit " + code, "type", type));
        body.put("parent", parent);
        as("admin").body(body).post("/api/v1/units").then().statusCode(201);
    }

    private static void change(String code, Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>(change);
        body.put("date", "2025-07-01");
        body.put("legalDocument",
                Map.of("number", "202/2025/QH15", "date", "2025-06-12", "issuer", "Quốc hội", "title", "Nghị quyết"));
        as("admin").header("If-Match", "*").body(body).post("/api/v1/units/" + code + "/changes").then().statusCode(200);
    }

    private void accepted(String period, String unit, int numerator, int denominator) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("""
                    with added as (
                      insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, lock)
                      values (uuidv7(), 'CCHC', :period, :unit, 'SUBMITTED', 1, 'a', now(), now(), 0) returning id)
                    insert into figure (report, indicator, numerator, denominator, entered_by, entered_at)
                    select id, 'CT05.3', :numerator, :denominator, 'a', now() from added""").setParameter("period", period)
                    .setParameter("unit", unit).setParameter("numerator", numerator).setParameter("denominator", denominator)
                    .executeUpdate();
            // A trigger keeps the accepted version.
            database.createNativeQuery("""
                    update report set state = 'ACCEPTED', accepted_at = now(), seal = 'x', seal_format = 1
                    where period = :period and unit = :unit""").setParameter("period", period).setParameter("unit", unit)
                    .executeUpdate();
        });
    }

    private static RequestSpecification as(String persona) {
        return RestAssured.given().auth().oauth2(Tokens.of(persona)).contentType("application/json");
    }
}
