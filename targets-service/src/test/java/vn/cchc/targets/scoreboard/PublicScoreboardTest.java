package vn.cchc.targets.scoreboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class PublicScoreboardTest {

    @Test
    void everybodyReadsIt() {
        given().get("/api/v1/scoreboard?year=2025").then().statusCode(200).body("indicators", hasSize(23));
        given().get("/api/v1/scoreboard.svg?year=2025").then().statusCode(200).contentType("image/svg+xml");
    }

    @ParameterizedTest
    @CsvSource({ "GET, /api/v1/indicators", "GET, /api/v1/indicators/CT04/assessment", "GET, /api/v1/indicators/CT04/chart.svg",
            "GET, /api/v1/plans",
            "POST, /api/v1/assignments" })
    void nothingElseIsOpenedWithIt(String method, String path) {
        given().contentType("application/json").request(method, path).then().statusCode(401);
    }

    @Test
    void whoShowsATokenMustShowAGoodOne() {
        given().auth().oauth2(Tokens.forAudience("elsewhere")).get("/api/v1/scoreboard").then().statusCode(401);
        given().auth().oauth2(Tokens.endedBefore(60)).get("/api/v1/scoreboard").then().statusCode(401);
        given().auth().oauth2(Tokens.with("viewer", Map.of("roles", List.of("reporter")))).get("/api/v1/scoreboard").then()
                .statusCode(403);
    }
}
