package vn.cchc.targets.yearlyindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.targets.task.TaskCalls.planner;
import static vn.cchc.targets.task.TaskCalls.viewer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.RequestContext;
import vn.cchc.targets.StatementCount;
import vn.cchc.targets.task.TaskCalls;

/** Each test has an index and years of its own. The criteria are examples, not those of the real indices. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class YearlyIndexTest {

    @Inject
    Outbox outbox;
    @Inject
    EntityManager database;
    @Inject
    Clock clock;

    @Test
    void theFiveIndicesThatThePlanNamesAreThereByItsNames() {
        String plan = viewer().get("/api/v1/tasks/KH-SGDDT-2022.III.2").then().statusCode(200).extract().path("wording");

        List<String> names = viewer().get("/api/v1/yearly-indices").then().statusCode(200)
                .body("items.code", contains("PAR-INDEX", "SIPAS", "PCI", "PAPI", "EDUCATION-SATISFACTION")).extract()
                .path("items.name");

        assertThat(names).allSatisfy(name -> assertThat(plan).containsIgnoringCase(name));
    }

    @Test
    void theLowestCriteriaStandFirstBesideTheYearBefore() {
        define("PAR-INDEX", 2011, criterion("1", null, 10), criterion("1.1", "1", 6), criterion("1.2", "1", 4),
                criterion("2", null, 3)).statusCode(201).body("version", equalTo(1));
        score("PAR-INDEX", 2011, "{'scores': [{'criterion': '1.1', 'finalScore': 3}], 'rank': 40, 'rankOf': 63}")
                .statusCode(200);
        define("PAR-INDEX", 2012, criterion("1", null, 13), criterion("1.1", "1", 6), criterion("1.3", "1", 7),
                criterion("2", null, 3), criterion("3", null, 100)).statusCode(201);

        // 2/3 is 66.67 % by the final score, below 4.0003/6; 1.3 is 6/7 by the appraised one; nothing is known of 3.
        score("PAR-INDEX", 2012,
                """
                        {'scores': [{'criterion': '1.1', 'selfScore': 4.0003}, {'criterion': '1.3', 'selfScore': 1, 'appraisedScore': 6},
                         {'criterion': '2', 'selfScore': 3, 'appraisedScore': 3, 'finalScore': 2}], 'rank': 21, 'rankOf': 63,
                         'totals': {'selfScore': 8.0003, 'appraisedScore': 9, 'finalScore': 2}}""")
                .statusCode(200);

        viewer().get("/api/v1/yearly-indices/PAR-INDEX/2012").then().statusCode(200)
                .body("criteria.code", contains("2", "1.1", "1.3", "3"))
                .body("criteria.scores.judgedBy", contains("FINAL", "SELF", "APPRAISED", null))
                .body("criteria.scores.percent", contains(66.67f, 66.67f, 85.71f, null))
                .body("criteria[1].yearBefore.finalScore", equalTo(3)).body("criteria[1].yearBefore.percent", equalTo(50.00f))
                .body("criteria[0].yearBefore.judgedBy", nullValue()).body("criteria[2].yearBefore", nullValue())
                .body("rank", equalTo(21)).body("rankYearBefore", equalTo(40)).body("maximum", equalTo(116))
                .body("totals.finalScore", equalTo(2)).body("totals.selfScore", equalTo(8.0003f));
        viewer().get("/api/v1/yearly-indices").then().body("items[0].years.findAll { it == 2011 || it == 2012 }",
                contains(2012, 2011));
        viewer().get("/api/v1/yearly-indices/PAR-INDEX/2010").then().statusCode(404);
        viewer().get("/api/v1/yearly-indices/NONE/2012").then().statusCode(404);
    }

    @Test
    void criteriaAddUpAndScoresKeepWithinThem() {
        define("PCI", 2011, criterion("1", null, 11), criterion("1.1", "1", 6), criterion("1.1", "9", 4)).statusCode(422)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains("/criteria/2/parent unknown-criterion",
                        "/criteria/2/code duplicate", "/criteria/0/maximum total-differs"));
        define("PCI", 2011, criterion("1", null, 10.5), criterion("1.1", "1", 6.25), criterion("1.2", "1", 4.25))
                .statusCode(201);

        score("PCI", 2011,
                """
                        {'scores': [{'criterion': '1.1', 'selfScore': 6.25, 'appraisedScore': 6.2501}, {'criterion': '1', 'selfScore': 1},
                         {'criterion': '1.1', 'finalScore': 1}], 'rank': 64, 'rankOf': 63, 'totals': {'selfScore': 7.26}}""")
                .statusCode(422).body("errors.collect { it.pointer + ' ' + it.code }",
                        contains("/scores/0/appraisedScore above-maximum", "/scores/1/criterion unknown-criterion",
                                "/scores/2/criterion duplicate", "/rank invalid-rank", "/totals/selfScore total-differs"));
        score("PCI", 2011, "{'scores': [{'criterion': '1.1', 'selfScore': -1}], 'rank': 0}").statusCode(422)
                .body("errors.pointer", contains("/rank", "/scores/0/selfScore"));
        define("PCI", 2011, criterion("1", null, 0)).statusCode(422).body("errors.collect { it.pointer + ' ' + it.code }",
                contains("/criteria/0/maximum invalid-input", "/reason reason-missing"));
        viewer().get("/api/v1/yearly-indices/PCI/2011").then().body("scoresVersion", nullValue());
    }

    @Test
    void aCorrectionNeedsAReasonAndTheOldVersionIsKept() {
        define("PAPI", 2011, criterion("1", null, 10), criterion("2", null, 10)).statusCode(201);
        score("PAPI", 2011, "{'scores': [{'criterion': '1', 'selfScore': 8}]}").statusCode(200);
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String before = viewer().get("/api/v1/yearly-indices/PAPI/2011").then().extract().asString();
        String tag = viewer().get("/api/v1/yearly-indices/PAPI/2011").then().extract().header("ETag");

        // What is only added needs none.
        score("PAPI", 2011, "{'scores': [{'criterion': '1', 'selfScore': 8.0}, {'criterion': '2', 'selfScore': 1}]}")
                .statusCode(200);
        score("PAPI", 2011, "{'scores': [{'criterion': '1', 'selfScore': 7}, {'criterion': '2', 'selfScore': 1}]}")
                .statusCode(422).body("errors[0].code", equalTo("reason-missing"));
        score("PAPI", 2011, "{'scores': [{'criterion': '1', 'selfScore': 7}, {'criterion': '1', 'selfScore': 8}]}")
                .statusCode(422).body("errors.code", contains("duplicate", "reason-missing"));
        score("PAPI", 2011, "{'scores': [{'criterion': '1', 'selfScore': 7}], 'reason': 'Nhập nhầm'}").statusCode(200);
        planner().header("If-Match", tag).body("{\"scores\": []}").put("/api/v1/yearly-indices/PAPI/2011/scores").then()
                .statusCode(412);
        planner().body("{\"scores\": []}").put("/api/v1/yearly-indices/PAPI/2011/scores").then().statusCode(428);

        viewer().get("/api/v1/yearly-indices/PAPI/2011/scores").then().statusCode(200).body("items.version", contains(1, 2, 3))
                .body("items.reason", contains(null, null, "Nhập nhầm"))
                .body("items[1].scores.selfScore", contains(8, 1));
        assertThat(viewer().get("/api/v1/yearly-indices/PAPI/2011?asOf=" + moment).then().extract().asString())
                .isEqualTo(before);
    }

    @Test
    void otherCriteriaForTheSameYearAreAnotherVersionByWhichScoresAreRecordedAgain() {
        define("PAPI", 2013, criterion("1", null, 10)).statusCode(201);
        score("PAPI", 2013, "{'scores': [{'criterion': '1', 'selfScore': 8}], 'rank': 3, 'rankOf': 63}").statusCode(200);

        define("PAPI", 2013, criterion("1", null, 5)).statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        planner().body(Map.of("year", 2013, "criteria", List.of(criterion("1", null, 5)), "reason", "Bộ tiêu chí điều chỉnh"))
                .post("/api/v1/yearly-indices/PAPI/criteria-sets").then().statusCode(201).body("version", equalTo(2));

        viewer().get("/api/v1/yearly-indices/PAPI/2013").then().body("criteriaSetVersion", equalTo(2))
                .body("scoresVersion", nullValue()).body("rank", nullValue()).body("criteria[0].scores.selfScore", nullValue());
        viewer().get("/api/v1/yearly-indices/PAPI/criteria-sets/2013/1").then().statusCode(200)
                .body("criteria.maximum", contains(10));
        viewer().get("/api/v1/yearly-indices/PAPI/criteria-sets/2013/3").then().statusCode(404);
        score("PAPI", 2013, "{'scores': [{'criterion': '1', 'selfScore': 4}]}").statusCode(200).body("scoresVersion",
                equalTo(2));
    }

    @Test
    void anImprovementActionIsATaskThatIsFollowedBesideItsCriterionAtNoMoreStatements() {
        TaskCalls.record(outbox, database, "IMPROVES", 1, null);
        LocalDate today = LocalDate.now(clock);
        define("EDUCATION-SATISFACTION", 2011, criterion("1", null, 10), criterion("2", null, 10)).statusCode(201);
        improve("1", Map.of("group", "III", "number", "2.1", "wording", "Cải thiện", "leadUnit", "IMPROVES", "deadline",
                today.minusDays(1).toString())).statusCode(201).header("Location", endsWith("/tasks/KH-SGDDT-2022.III.2.1"));
        long before = statements();
        improve("1", Map.of("group", "III", "number", "2.2", "wording", "Cải thiện thêm")).statusCode(201);
        improve("1", Map.of("group", "III", "number", "2.2", "wording", "Cải thiện thêm")).statusCode(409);
        improve("9", Map.of("group", "III", "number", "2.3", "wording", "Không có")).statusCode(404);

        viewer().get("/api/v1/yearly-indices/EDUCATION-SATISFACTION/2011").then().statusCode(200)
                .body("criteria[0].actions.number", contains("2.1", "2.2"))
                .body("criteria[0].actions.state", contains("OVERDUE", "NO_DEADLINE"))
                .body("criteria[1].actions", empty());
        viewer().get("/api/v1/tasks?unit=IMPROVES&state=OVERDUE").then().body("items", hasSize(1))
                .body("items[0].improves.index", equalTo("EDUCATION-SATISFACTION"))
                .body("items[0].improves.year", equalTo(2011)).body("items[0].improves.criterion", equalTo("1"));
        assertThat(statements()).isEqualTo(before).isPositive();
    }

    private static long statements() {
        String request = UUID.randomUUID().toString();
        viewer().header(RequestContext.REQUEST_ID, request).get("/api/v1/yearly-indices/EDUCATION-SATISFACTION/2011").then()
                .statusCode(200);
        return StatementCount.of(request);
    }

    private static ValidatableResponse improve(String criterion, Map<String, Object> task) {
        return planner().body(task)
                .post("/api/v1/yearly-indices/EDUCATION-SATISFACTION/2011/criteria/" + criterion + "/actions")
                .then();
    }

    private static ValidatableResponse define(String index, int year, Map<?, ?>... criteria) {
        return planner().body(Map.of("year", year, "criteria", List.of(criteria)))
                .post("/api/v1/yearly-indices/" + index + "/criteria-sets").then();
    }

    private static Map<String, Object> criterion(String code, String parent, Number maximum) {
        Map<String, Object> criterion = new HashMap<>(Map.of("code", code, "name", "Tiêu chí " + code, "maximum", maximum));
        criterion.put("parent", parent);
        return criterion;
    }

    private static ValidatableResponse score(String index, int year, String scores) {
        return planner().header("If-Match", "*").body(scores.replace('\'', '"'))
                .put("/api/v1/yearly-indices/" + index + "/" + year + "/scores").then();
    }
}
