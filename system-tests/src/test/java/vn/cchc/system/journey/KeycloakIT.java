package vn.cchc.system.journey;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import vn.cchc.system.stack.RunningStack;

/**
 * The documented realm on a real Keycloak: {@code ./mvnw verify -Pkeycloak}. The services know only its address.
 */
@EnabledIfSystemProperty(named = "cchc.keycloak", matches = ".+", disabledReason = "takes a download of 150 MB: -Pkeycloak")
class KeycloakIT {

    private static Keycloak keycloak;
    private static RunningStack stack;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start(Path.of(System.getProperty("cchc.keycloak")));
        keycloak.register("vp-reporter", "VP", "viewer", "reporter");
        keycloak.registerElsewhere("elsewhere");
        stack = RunningStack.start(Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer()));
    }

    @AfterAll
    static void stop() throws Exception {
        stack.close();
        keycloak.close();
    }

    @Test
    void aPersonHasAccessToTheOwnUnitOnly() {
        String token = keycloak.tokenOf("vp-reporter");

        with(token).get("/scoreboard?year=2025").then().statusCode(200).body("indicators", hasSize(23));
        with(token).body(Map.of("period", "2025", "unit", "VP")).post("/reports").then().statusCode(201);
        with(token).body(Map.of("period", "2025", "unit", "KHTC")).post("/reports").then().statusCode(403).body("code",
                equalTo("foreign-unit"));
        with(token).body(Map.of()).post("/units").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void aSystemHasAccessToItsRegisteredUnitsOnly() {
        String token = keycloak.tokenOfSystem("one-stop-system");

        String report = with(token).body(Map.of("period", "2025H1", "unit", "VP")).post("/reports").then().statusCode(201)
                .extract().path("id");
        with(token).body(Map.of("period", "2025H1", "unit", "KHTC")).post("/reports").then().statusCode(403).body("code",
                equalTo("foreign-unit"));
        with(token).post("/reports/{id}/submission", report).then().statusCode(403);
    }

    @Test
    void everyTokenNamesTheClientAndItsUser() {
        JsonPath person = claims(keycloak.tokenOf("vp-reporter"));
        JsonPath system = claims(keycloak.tokenOfSystem("one-stop-system"));

        assertThat(person.getString("client_id")).isEqualTo("cchc-web");
        assertThat(system.getString("client_id")).isEqualTo("one-stop-system");
        assertThat(List.of(person.getString("sub"), system.getString("sub"))).doesNotHaveDuplicates()
                .allMatch(sub -> sub.length() == 36);
        assertThat(person.getList("roles")).containsExactlyInAnyOrder("viewer", "reporter");
        assertThat(system.getList("units")).containsExactly("VP");
    }

    @Test
    void aTokenForAnotherSystemIsRefused() {
        String token = keycloak.tokenOfSystem("elsewhere");

        with(token).get("/scoreboard").then().statusCode(401);
        with(token).baseUri(stack.address("targets")).get("/scoreboard").then().statusCode(401);
        with(token).baseUri(stack.address("reporting")).get("/units").then().statusCode(401);
        with(token).baseUri(stack.address("survey")).get("/campaigns").then().statusCode(401);
    }

    @Test
    void aNewKeyIsFetchedWithoutARestart() {
        String before = keycloak.tokenOf("vp-reporter");
        keycloak.rotateKey();

        String after = keycloak.tokenOf("vp-reporter");

        await().atMost(30, SECONDS).until(() -> with(after).get("/scoreboard").statusCode() == 200);
        with(before).get("/scoreboard").then().statusCode(200);
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }

    private static RequestSpecification with(String token) {
        return given().baseUri(stack.address("gateway")).basePath("/api/v1").auth().oauth2(token)
                .contentType("application/json");
    }
}
