package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.ReportFixture.ifMatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;

/** Extensions are decisions: recorded, revoked with a reason, never changed. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ExtensionTest {

    @Inject
    FollowingUpFixture regime;

    @Inject
    ReportFixture reports;

    @BeforeEach
    void twoUnitsOweAReport() {
        regime.createRegime();
        regime.unit("GH-A", "SGDDT", null, null);
        regime.unit("GH-B", "SGDDT", null, null);
        regime.unit("GH-NONE", "SGDDT", null, null);
        regime.indicator("GH-1", "RATIO", "FLOW", 1, "GH-A", "GH-B");
    }

    @AfterEach
    void onlyTheOtherRegimesStay() {
        regime.deleteRegime();
    }

    @Test
    void anExtensionExcusesUntilItIsRevokedAndTheOriginalDeadlineStays() {
        regime.report("2025M04", "GH-A", "SUBMITTED", "timestamptz '2025-05-09 16:00:00+07'");
        String id = extend("2025-05-09", "GH-A", "GH-B").statusCode(201).body("originalDeadline", equalTo("2025-05-06"))
                .body("newDeadline", equalTo("2025-05-09")).body("units", contains("GH-A", "GH-B")).extract().path("id");

        timeliness().body("items[0].raw.late", equalTo(1)).body("items[0].excused.onTime", equalTo(1));
        as("viewer").get("/api/v1/periods/DON-DOC/2025M04").then().body("deadlines.UNIT", equalTo("2025-05-06"));

        String tag = as("reviewer").get("/api/v1/extensions/" + id).header("ETag");
        ifMatch(tag, "reviewer").body(Map.of("reason", " ")).post("/api/v1/extensions/{id}/revocation", id).then()
                .statusCode(422).body("errors.pointer", contains("/reason"));
        ifMatch(tag, "reviewer").body(Map.of("reason", "Ban hành nhầm")).post("/api/v1/extensions/{id}/revocation", id).then()
                .statusCode(200).body("revocationReason", equalTo("Ban hành nhầm"));
        ifMatch(tag, "reviewer").body(Map.of("reason", "Lần nữa")).post("/api/v1/extensions/{id}/revocation", id).then()
                .statusCode(412);
        ifMatch("*", "reviewer").body(Map.of("reason", "Lần nữa")).post("/api/v1/extensions/{id}/revocation", id).then()
                .statusCode(409).body("code", equalTo("extension-revoked"));

        timeliness().body("items[0].excused.onTime", equalTo(0)).body("items[0].excused.late", equalTo(1));
        as("viewer").get("/api/v1/extensions?regime=DON-DOC&unit=GH-B").then().body("items.id", contains(id));
        as("viewer").get("/api/v1/extensions?regime=DON-DOC&unit=GH-NONE").then().body("items", empty());
        // The trail shows an entry once it is sealed.
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor")
                .get("/api/v1/audit?service=reporting&resource=extension&resourceId=" + id).then().statusCode(200)
                .body("items.entry.action", contains("CREATE", "REVOKE")));
    }

    @Test
    void everyViolationIsNamedAtOnceInBothLanguages() {
        extend("2025-05-06", "GH-A", "GH-A", "GH-NONE", "GH-UNKNOWN").statusCode(422)
                .body("errors.pointer", contains("/newDeadline", "/units/1", "/units/2", "/units/3"))
                .body("errors[0].detail", equalTo("The new deadline must be later than 2025-05-06."))
                .body("errors[2].detail", equalTo("The unit GH-NONE owes no report for 2025M04."));

        assertThat(reports.selectLong("select count(*) from extension where regime = 'DON-DOC'")).isZero();
        as("reviewer").header("Accept-Language", "vi").body(body("2025-05-09", "GH-NONE")).post("/api/v1/extensions").then()
                .statusCode(422).body("errors[0].detail", equalTo("Đơn vị GH-NONE không phải báo cáo kỳ 2025M04."));
        as("reviewer").header("Accept-Language", "en").body(with(body("2025-05-09", "GH-A"), "period", "2025M02"))
                .post("/api/v1/extensions").then().statusCode(422).body("errors.pointer", contains("/period"));
        as("vp-head").body(body("2025-05-09", "GH-A")).post("/api/v1/extensions").then().statusCode(403);
    }

    @Test
    void aDecisionExtendsTheDeadlineOfAUnitOnce() {
        String id = extend("2025-05-09", "GH-A").statusCode(201).extract().path("id");

        extend("2025-05-12", "GH-B", "GH-A").statusCode(422).body("errors.pointer", contains("/units/1"))
                .body("errors.code", contains("extended-already"));
        ifMatch("*", "reviewer").body(Map.of("reason", "Ban hành nhầm")).post("/api/v1/extensions/{id}/revocation", id).then()
                .statusCode(200);
        extend("2025-05-12", "GH-B", "GH-A").statusCode(201);
    }

    @Test
    void aListCostsOneStatementWhateverItsLength() {
        for (int i = 0; i < 4; i++) {
            as("reviewer").body(with(body("2025-05-0" + (7 + i % 3), "GH-A"), "decisionNumber", i + "/QĐ-SGDĐT"))
                    .post("/api/v1/extensions").then().statusCode(201);
        }

        for (String query : List.of("limit=1", "limit=4")) {
            assertThat(StatementCount.of(as("viewer"), request -> request.get("/api/v1/extensions?regime=DON-DOC&" + query)
                    .then().statusCode(200))).isEqualTo(1);
        }
        as("viewer").get("/api/v1/extensions?regime=DON-DOC").then().body("items", hasSize(4));
    }

    private static ValidatableResponse extend(String deadline, String... units) {
        return as("reviewer").header("Accept-Language", "en").body(body(deadline, units)).post("/api/v1/extensions").then();
    }

    private static Map<String, Object> body(String deadline, String... units) {
        return Map.of("regime", FollowingUpFixture.REGIME, "period", "2025M04", "units", List.of(units), "newDeadline",
                deadline,
                "decisionNumber", "45/QĐ-SGDĐT", "decisionDate", "2025-05-05", "signer", "Giám đốc Sở", "reason",
                "Hệ thống gián đoạn");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse timeliness() {
        return as("viewer").get("/api/v1/timeliness?regime=DON-DOC&period=2025M04").then().statusCode(200);
    }
}
