package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;

@Tag("slow")
@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class PublicScoreboardTest {

    @Test
    void itNeedsNoToken() {
        from("9.9.7.0").get("/api/v1/scoreboard?year=2025").then().statusCode(200).body("service", equalTo("targets"));
    }

    @ParameterizedTest
    @CsvSource({ "9.9.7.1, POST, /api/v1/scoreboard", "9.9.7.2, GET, /api/v1/scoreboard/x", "9.9.7.3, GET, /api/v1/targets",
            "9.9.7.4, GET, /api/v1/indicators/CT04/assessment" })
    void otherOperationsStillNeedAToken(String address, String method, String path) {
        from(address).request(method, path).then().statusCode(401);
    }

    /** An address has few requests in these settings. */
    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }
}
