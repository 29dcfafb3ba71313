package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@Tag("slow")
@QuarkusTest
@TestProfile(KeyRotationTest.OwnProvider.class)
@QuarkusTestResource(value = RotatingProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(StubServices.class)
class KeyRotationTest {

    RotatingProvider provider;

    @Test
    void aNewKeyIsFetchedEvenAfterAnUnknownOneAndAnOldKeyIsValidWhileItIsPublished() {
        String before = provider.token();
        assertThat(status(before)).isEqualTo(200);
        assertThat(status(provider.strayToken())).isEqualTo(401);

        provider.rotate();

        String after = provider.token();
        await().atMost(30, SECONDS).until(() -> status(after) == 200);
        assertThat(status(before)).isEqualTo(200);
    }

    @Test
    void aTokenOfAWithdrawnKeyIsRefusedWithinTenSecondsAlthoughItWasJustAccepted() {
        String before = provider.token();
        assertThat(status(before)).isEqualTo(200);
        provider.rotate();
        provider.withdrawOldKeys();

        await().atMost(10, SECONDS).until(() -> status(before) == 401);
        assertThat(status(provider.token())).isEqualTo(200);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).when().get("/api/v1/targets").statusCode();
    }

    /** A profile of its own, because another identity provider is used. */
    public static class OwnProvider implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.token.forced-jwk-refresh-interval", "1S");
        }
    }
}
