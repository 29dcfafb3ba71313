package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import vn.cchc.local.LocalStackTestResource;

@Tag("slow")
@QuarkusTest
@TestProfile(PublicScoreboardTest.Opened.class)
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
@QuarkusTestResource(StubServices.class)
class PublicScoreboardTest {

    @Test
    void itNeedsNoToken() {
        given().when().get("/api/v1/scoreboard?year=2025").then().statusCode(200).body("service", equalTo("targets"));
    }

    @ParameterizedTest
    @CsvSource({ "POST, /api/v1/scoreboard", "GET, /api/v1/scoreboard/x", "GET, /api/v1/targets",
            "GET, /api/v1/indicators/CT04/assessment" })
    void otherOperationsStillNeedAToken(String method, String path) {
        given().when().request(method, path).then().statusCode(401);
    }

    public static class Opened implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cchc.scoreboard.public", "true");
        }
    }
}
