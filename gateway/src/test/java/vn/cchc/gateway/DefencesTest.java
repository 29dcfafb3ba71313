package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class DefencesTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String CHUNK = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    void aBodyOfUndeclaredLengthIsRefusedOnceItIsTooLarge() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("viewer")
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int sent = 0; sent < 161; sent++) {
                wire.send(CHUNK);
            }

            assertThat(wire.rest()).startsWith("HTTP/1.1 413 ").contains(PROBLEM, "\"code\":\"too-large\"");
        }
    }

    @Test
    void aBodyOfUndeclaredLengthBelowTheLimitIsForwarded() throws IOException {
        String answer = Wire.answer("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("viewer") + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + CHUNK + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"bytes\":65536");
    }

    @Test
    void aConnectionOnWhichABodyGoesOnAfterARefusalIsClosed() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send("POST /nothing HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");

            assertThat(wire.drip("1\r\nx\r\n")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void aUrlBeyondTheLimitIsRefused() {
        asViewer().when().get("/api/v1/targets?q=" + "x".repeat(7000)).then().statusCode(200);
        asViewer().when().get("/api/v1/targets?q=" + "x".repeat(9000)).then().statusCode(414).contentType(PROBLEM)
                .body("type", equalTo("/api/v1/problems/gateway/url-too-long"), "detail", containsString("8"));
        given().when().get("/api/v1/problems/gateway/url-too-long").then().statusCode(200);
    }

    @Test
    void headersBeyondTheLimitAreRefused() {
        asViewer().header("X-Road-Id", "x".repeat(10_000)).when().get("/api/v1/targets").then().statusCode(200);
        asViewer().header("X-Road-Id", "x".repeat(17_000)).when().get("/api/v1/targets").then().statusCode(431)
                .contentType(PROBLEM).body("code", equalTo("headers-too-large"));
    }

    @Test
    void tooManyHeadersAreRefused() {
        RequestSpecification request = asViewer();
        for (int header = 0; header < 101; header++) {
            request.header("X-" + header, "x");
        }

        request.when().get("/api/v1/targets").then().statusCode(431).contentType(PROBLEM);
    }

    @Test
    void aReadIsRepeatedWhenAPooledConnectionHasBeenClosed() {
        asViewer().when().get("/api/v1/targets/closing-at-first?read").then().statusCode(200);
        asViewer().when().post("/api/v1/targets/closing-at-first?write").then().statusCode(502);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/../q/metrics", "/api/v1/targets/../../../q/metrics",
            "/api/v1/targets/%2e%2e/%2e%2e/%2e%2e/q/metrics", "/api/v1/targets/%2E%2E%2fq/metrics",
            "/api/v1/targets/..%2f..%2F..%2fq%2fmetrics", "/api/v1/targets/..;/..;x=1/..;/q/metrics",
            "/api/v1/targets/..%3b/q/metrics", "/api/v1/targets/..%5c..%5cq",
            "/api/v1/targets;/../../../q/metrics", "//q/metrics", "//api/v1/targets", "/api/v1//targets", "/q/metrics",
            "/q/health", "/q/health/ready", "/q/openapi", "/q", "/q/", "/Q/metrics", "/%71/metrics", "/q;x=1/metrics",
            "/q%2fmetrics", "/API/V1/targets", "/api/v1/Targets", "/api/v1;x=1/targets", "/api/v1/targets;x=1",
            "/api/v1/%74argets", "/api/v1/targets%00", "/admin", "/api/v1/admin", "http://localhost/q/metrics",
            "http://elsewhere:8081/q/metrics", "http://localhost/api/v1/targets/../../../q" })
    void aPathOutsideTheRouteTableIsNotFoundHoweverItIsWritten(String target) throws IOException {
        String answer = Wire.get(target, Tokens.of("viewer"));

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains(PROBLEM, "\"code\":\"not-found\"");
    }

    @Test
    void aRequestTargetInAbsoluteFormIsRoutedByItsPath() throws IOException {
        String answer = Wire.get("http://elsewhere:8081/api/v1/targets?year=2025", Tokens.of("viewer"));

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"uri\":\"/api/v1/targets?year=2025\"");
    }

    @Test
    void metricsAreServedOnTheManagementPort() {
        given().when().get(metrics).then().statusCode(200).body(containsString("http_server_"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/targets/1", "/api/v1/nothing", "/openapi", "/docs", "/docs/swagger-ui.css",
            "/api/v1/problems/gateway/not-found", "/api/v1/targets/boasting" })
    void everyResponseHasSecurityHeaders(String path) {
        var reply = asViewer().when().get(path).then().header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY").header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Strict-Transport-Security", nullValue()).header("Server", nullValue())
                .header("X-Powered-By", nullValue()).extract();

        assertThat(reply.headers().getValues("X-Frame-Options")).hasSize(1);
        assertThat(reply.headers().getValues("Cache-Control")).hasSize(1);
    }

    @Test
    void aRefusalOfALongUrlHasSecurityHeaders() {
        asViewer().when().get("/?q=" + "x".repeat(9000)).then().statusCode(414).header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    @Test
    void aResponseIsNotCachedUnlessItsServiceAllowsIt() {
        asViewer().when().get("/api/v1/targets").then().header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        asViewer().when().get("/api/v1/targets/boasting").then().header("Cache-Control", "private");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/docs", "/docs/index.html" })
    void theDocsPageHasNoInlineScriptsAndForbidsThem(String path) {
        given().redirects().follow(false).when().get(path).then().statusCode(200).contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", not(containsString("script-src")))
                .body(not(containsString("script>S")), not(containsString("<script>")));
        for (String part : new String[] { "swagger-ui.css", "swagger-ui-bundle.js", "start.js", "favicon.ico" }) {
            given().when().get("/docs/" + part).then().statusCode(200);
        }
    }

    @Test
    void responsesStateTheRemainingQuota() {
        asViewer().when().get("/api/v1/targets").then().header("RateLimit-Policy", "\"client\";q=1000;w=5")
                .header("RateLimit", matchesPattern("\"client\";r=9\\d\\d;t=[12]"));
        for (String path : new String[] { "/api/v1/targets", "/nothing", "/docs", "/openapi", "/api/v1/problems/survey/x" }) {
            given().when().get(path).then().header("RateLimit-Policy", "\"address\";q=1000;w=20")
                    .header("RateLimit", matchesPattern("\"address\";r=\\d+;t=\\d+"));
        }
    }

    @Test
    void crossOriginRequestsAreNotAllowedByDefault() {
        asViewer().header("Origin", "https://portal.example").when().get("/api/v1/targets").then().statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://portal.example").header("Access-Control-Request-Method", "GET")
                .when().options("/api/v1/targets").then().statusCode(401).header("Access-Control-Allow-Origin", nullValue());
    }

    private static RequestSpecification asViewer() {
        return given().header("Authorization", "Bearer " + Tokens.of("viewer"));
    }
}
