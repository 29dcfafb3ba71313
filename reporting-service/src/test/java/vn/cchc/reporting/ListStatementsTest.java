package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** Of the lists whose pages do not depend on one resource. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ListStatementsTest {

    /** A list that requires it. */
    private static final Map<String, String> PARAMETERS = Map.of("/api/v1/audit", "service=reporting", "/api/v1/dead-letters",
            "service=reporting", "/api/v1/republications", "service=reporting", "/api/v1/rebuilds", "service=reporting");

    @Inject
    ReportFixture reports;

    @Test
    void aPageOfEveryListCostsTheSameNumberOfStatementsWhateverItsSize() {
        for (String period : List.of("2067Q1", "2067H1", "2067Q3", "2067", "2068Q1")) {
            reports.draft(period);
        }
        SortedMap<String, List<Long>> statements = new TreeMap<>();
        lists().forEach((path, roles) -> {
            var caller = roles.contains("reviewer") ? "reviewer" : roles.contains("auditor") ? "auditor" : roles.get(0);
            statements.put(path,
                    List.of(statements(path, caller, 1), statements(path, caller, 5), statements(path, caller, 50)));
        });

        assertThat(statements).containsKeys("/api/v1/units", "/api/v1/regimes", "/api/v1/reports", "/api/v1/holidays",
                "/api/v1/audit");
        assertThat(statements.get("/api/v1/reports").get(0)).isPositive();
        assertThat(statements).allSatisfy((path, counts) -> assertThat(counts).as(path).containsOnly(counts.get(0)));
    }

    /** The lists of the published document, each with its roles. */
    private static Map<String, List<String>> lists() {
        Map<String, Map<String, Map<String, Object>>> paths = RestAssured.given().basePath("").get("/q/openapi?format=json")
                .then()
                .statusCode(200).body("paths", hasKey("/api/v1/reports")).extract().path("paths");
        Map<String, List<String>> lists = new TreeMap<>();
        paths.forEach((path, item) -> {
            if (!path.contains("{") && item.containsKey("get") && String.valueOf(item.get("get").get("parameters"))
                    .contains("name=limit")) {
                lists.put(path, roles(item.get("get")));
            }
        });
        return lists;
    }

    @SuppressWarnings("unchecked")
    private static List<String> roles(Map<String, Object> operation) {
        return (List<String>) operation.get("x-roles");
    }

    private static long statements(String path, String persona, int limit) {
        RequestSpecification request = RestAssured.given().auth().oauth2(Tokens.with("viewer",
                Map.of("roles", List.of(persona), "unit", "TCCB")));
        String query = PARAMETERS.containsKey(path) ? "&" + PARAMETERS.get(path) : "";
        return StatementCount.of(request, call -> call.get(path + "?limit=" + limit + query).then().statusCode(200));
    }
}
