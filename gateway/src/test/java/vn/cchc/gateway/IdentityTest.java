package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.ForgedTokens;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** The identity settings that all services share. */
@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class IdentityTest {

    @Inject
    GatewayConfig config;

    @Test
    void clockSkewOfTenSecondsIsAccepted() {
        assertThat(status(Tokens.endedBefore(10))).isEqualTo(200);
        assertThat(status(Tokens.ahead("nbf", 10))).isEqualTo(200);
        assertThat(status(Tokens.ahead("iat", 10))).isEqualTo(200);
    }

    @Test
    void clockSkewOfAMinuteIsRefused() {
        assertThat(status(Tokens.endedBefore(60))).isEqualTo(401);
        assertThat(status(Tokens.ahead("nbf", 60))).isEqualTo(401);
        assertThat(status(Tokens.ahead("iat", 60))).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        assertThat(status(Tokens.with("viewer", Map.of("iss", "http://elsewhere/cchc")))).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedTokenIsRefused(Map.Entry<String, String> forged) {
        assertThat(status(forged.getValue())).isEqualTo(401);
    }

    @Test
    void onlyTheseOperationsNeedNoToken() {
        assertThat(config.publicOperations()).containsExactlyInAnyOrder("GET /api/v1/problems/*",
                "POST /api/v1/campaigns/*/answers", "GET /api/v1/campaigns/*/questionnaire",
                "GET /api/v1/surveys/*", "POST /api/v1/surveys/*");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "HEAD", "POST" })
    void theScoreboardNeedsATokenByDefault(String method) {
        given().when().request(method, "/api/v1/scoreboard").then().statusCode(401);
    }

    static Iterable<Map.Entry<String, String>> forgeries() {
        return ForgedTokens.all().entrySet();
    }

    private static int status(String token) {
        return given().auth().oauth2(token).when().get("/api/v1/targets").statusCode();
    }
}
