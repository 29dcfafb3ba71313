package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import java.net.URL;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import vn.cchc.local.LocalStackTestResource;

@Tag("slow")
@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(LocalStackTestResource.class)
class NeverHeardTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @Test
    void theDocumentIsUnavailableUntilEveryServiceHasDeliveredItsOwn() {
        given().when().get("/openapi").then().statusCode(503).contentType("application/problem+json")
                .header("Retry-After", "5").time(lessThan(5000L)).body("code", equalTo("unavailable"));
    }

    @Test
    void theGatewayIsReadyWithoutAService() {
        given().when().get(ready).then().statusCode(200);
    }
}
