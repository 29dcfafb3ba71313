package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@Tag("slow")
@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class StrictGatewayTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void aConnectionWithASlowHeadIsClosed() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send("GET /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertThat(wire.drip("x")).isEmpty();
        }
    }

    @Test
    void aSilentConnectionIsClosed() throws IOException {
        try (Wire wire = new Wire()) {
            assertThat(wire.rest()).isEmpty();
        }
    }

    @Test
    void aConnectionWithoutANextRequestIsClosed() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send("GET /docs HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 9.9.8.1\r\n\r\n");

            assertThat(wire.rest()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aSlowBodyIsRefused() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send("POST /api/v1/campaigns HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + someone("drip")
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");

            assertThat(wire.drip("1\r\nx\r\n")).startsWith("HTTP/1.1 408 ").contains(PROBLEM, "\"code\":\"too-slow\"");
        }
    }

    @Test
    void aServiceMayHaveALongerTimeout() {
        as(someone("patient")).when().get("/api/v1/campaigns/late").then().statusCode(200);
        as(someone("patient")).when().get("/api/v1/targets/late").then().statusCode(504).contentType(PROBLEM);
    }

    @Test
    void aPathMayHaveAShorterTimeoutThanItsService() {
        as(someone("hasty")).config(RestAssured.config().httpClient(HttpClientConfig.httpClientConfig()
                .setParam("http.socket.timeout", 15_000))).when().get("/api/v1/campaigns/silent").then().statusCode(504)
                .contentType(PROBLEM).body("code", equalTo("gateway-timeout"));
    }

    @Test
    void aBurstIsRefusedUntilTheQuotaRefills() {
        String token = someone("bursting");

        Response refusal = untilRefused(as(token), "/api/v1/targets");

        refusal.then().contentType(PROBLEM).body("code", equalTo("too-many-requests"))
                .header("Retry-After", matchesPattern("[1-3]")).header("RateLimit-Policy", "\"client\";q=3;w=3")
                .header("RateLimit", matchesPattern("\"client\";r=0;t=[1-3]"));
        await().atMost(10, SECONDS).until(() -> as(token).get("/api/v1/targets").statusCode() == 200);
    }

    @Test
    void eachPersonOfASharedClientHasAQuota() {
        untilRefused(as(person("portal", "one")), "/api/v1/targets");

        as(person("portal", "other")).when().get("/api/v1/targets").then().statusCode(200);
        as(person("elsewhere", "one")).when().get("/api/v1/targets").then().statusCode(200);
    }

    @Test
    void publicOperationsAreLimitedByAddress() {
        untilRefused(from("9.9.9.1"), "/api/v1/campaigns/2025/questionnaire").then()
                .header("RateLimit-Policy", "\"address\";q=3;w=3").header("Retry-After", matchesPattern("[1-3]"));

        from("9.9.9.2").when().get("/api/v1/campaigns/2025/questionnaire").then().statusCode(200);
        await().atMost(10, SECONDS)
                .until(() -> from("9.9.9.1").get("/api/v1/campaigns/2025/questionnaire").statusCode() == 200);
    }

    @Test
    void invalidTokensCountForTheAddressAndNotForItsOtherUsers() {
        untilRefused(from("9.9.9.3").header("Authorization", "Bearer nonsense"), "/api/v1/targets");

        from("9.9.9.3").header("Authorization", "Bearer " + someone("neighbour")).when().get("/api/v1/targets").then()
                .statusCode(200);
    }

    @Test
    void onlyTheAddressThatATrustedProxyAddsCounts() {
        untilRefused(from("1.1.1.1, 9.9.9.4"), "/nothing");

        Response another = from("2.2.2.2, 9.9.9.4").get("/nothing");
        Response honest = from("9.9.9.5").get("/nothing");

        assertThat(another.statusCode()).isEqualTo(429);
        assertThat(honest.statusCode()).isEqualTo(404);
    }

    @Test
    void aConfiguredOriginIsAllowed() {
        given().header("Origin", "https://portal.example").header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization").when().options("/api/v1/targets").then()
                .statusCode(204).header("Access-Control-Allow-Origin", "https://portal.example");
        as(someone("page")).header("Origin", "https://portal.example").when().get("/api/v1/targets").then().statusCode(200)
                .header("Access-Control-Allow-Origin", "https://portal.example");
    }

    @Test
    void anotherOriginIsRefused() {
        as(someone("stranger")).header("Origin", "https://evil.example").when().get("/api/v1/targets").then().statusCode(403)
                .contentType(PROBLEM).header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void strictTransportSecurityIsSentIfConfigured() {
        as(someone("secure")).when().get("/api/v1/targets").then().header("Strict-Transport-Security", "max-age=31536000");
    }

    private static Response untilRefused(RequestSpecification request, String path) {
        for (int attempt = 0; attempt < 50; attempt++) {
            Response reply = request.get(path);
            if (reply.statusCode() == 429) {
                return reply;
            }
        }
        throw new AssertionError("Nothing was refused");
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static String someone(String name) {
        return person(name, name);
    }

    private static String person(String client, String subject) {
        return Tokens.with("viewer", Map.of("client_id", client, "sub", subject));
    }
}
