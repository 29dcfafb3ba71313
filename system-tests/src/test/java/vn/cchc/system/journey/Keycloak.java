package vn.cchc.system.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A real Keycloak with the documented realm, and its administration. */
final class Keycloak implements AutoCloseable {

    private static final Path REALM = Path.of("..", "local-stack", "keycloak", "cchc-realm.json");
    private static final String PASSWORD = "trial";
    private static final String PAGE = "http://localhost:8080/docs";
    private static final String VERIFIER = "v".repeat(64);

    private final Process process;
    private final String address;

    private Keycloak(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param home the unpacked distribution */
    static Keycloak start(Path home) throws IOException {
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, home.resolve("data/import/cchc-realm.json"), REPLACE_EXISTING);
        int port = freePort();
        // By bash, because Maven unpacks the script without execute permission.
        var builder = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm",
                "--db=dev-mem", "--http-host=localhost", "--http-port=" + port).redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        Keycloak keycloak = new Keycloak(builder.start(), "http://localhost:" + port);
        await().atMost(180, SECONDS).ignoreExceptions().until(
                () -> given().baseUri(keycloak.issuer()).basePath("").get("/.well-known/openid-configuration")
                        .statusCode() == 200);
        return keycloak;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String issuer() {
        return address + "/realms/cchc";
    }

    void register(String person, String unit, String... roles) {
        admin().body(Map.of("username", person, "enabled", true, "attributes", Map.of("unit", List.of(unit)), "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)))).post("/users").then().statusCode(201);
        String id = admin().get("/users?exact=true&username=" + person).path("[0].id");
        List<Object> granted = Stream.of(roles).map(role -> admin().get("/roles/{role}", role).path("$")).toList();
        admin().body(granted).post("/users/{id}/role-mappings/realm", id).then().statusCode(204);
    }

    /** A client of the same realm without access to this system. */
    void registerElsewhere(String client) {
        admin().body(Map.of("clientId", client, "serviceAccountsEnabled", true, "defaultClientScopes", List.of()))
                .post("/clients").then().statusCode(201);
    }

    void rotateKey() {
        String realm = admin().get("").path("id");
        admin().body(Map.of("name", "next", "providerId", "rsa-generated", "providerType", "org.keycloak.keys.KeyProvider",
                "parentId", realm, "config", Map.of("priority", List.of("200")))).post("/components").then().statusCode(201);
    }

    /** By client credentials. */
    String tokenOfSystem(String client) {
        String id = admin().get("/clients?clientId=" + client).path("[0].id");
        String secret = admin().get("/clients/{id}/client-secret", id).path("value");
        return token("cchc", Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** By authorization code and PKCE, as a browser does it. */
    String tokenOf(String person) {
        Response page = page().queryParams(Map.of("client_id", "cchc-web", "response_type", "code", "scope", "openid",
                "redirect_uri", PAGE, "code_challenge", challenge(), "code_challenge_method", "S256"))
                .get("/realms/cchc/protocol/openid-connect/auth");
        Cookies cookies = page.detailedCookies();
        String form = found("action=\"([^\"]+)\"", page.asString()).replace("&amp;", "&");
        String back = page().cookies(cookies).formParams(Map.of("username", person, "password", PASSWORD))
                .urlEncodingEnabled(false).post(URI.create(form)).header("Location");
        return token("cchc", Map.of("grant_type", "authorization_code", "client_id", "cchc-web", "redirect_uri", PAGE, "code",
                found("[?&]code=([^&]+)", back), "code_verifier", VERIFIER));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(String.valueOf(text));
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestSpecification page() {
        return given().baseUri(address).basePath("").redirects().follow(false);
    }

    private RequestSpecification admin() {
        return given().baseUri(address).basePath("/admin/realms/cchc").contentType("application/json").auth().oauth2(
                token("master", Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password",
                        PASSWORD)));
    }

    private String token(String realm, Map<String, String> form) {
        return given().baseUri(address).basePath("").formParams(form)
                .post("/realms/{realm}/protocol/openid-connect/token", realm).then().statusCode(200).extract()
                .path("access_token");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(60, SECONDS).join();
    }
}
