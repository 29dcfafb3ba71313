package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.URL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class GatewayTest {

    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    StubServices services;

    @ParameterizedTest
    @CsvSource({ "/api/v1/targets, targets", "/api/v1/scoreboard?year=2025, targets", "/api/v1/units/VP, reporting",
            "/api/v1/reports, reporting", "/api/v1/campaigns, survey", "/api/v1/audit?service=survey&limit=2, survey" })
    void aRequestIsForwardedUnchangedToTheServiceOfItsPath(String uri, String service) {
        asViewer().when().get(uri).then().statusCode(200).body("service", equalTo(service), "uri", equalTo(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/audit", "/api/v1/audit/verification?service=nobody" })
    void aPathOfEveryServiceRequiresTheServiceParameter(String uri) {
        asViewer().when().get(uri).then().statusCode(400).contentType(PROBLEM).body("code", equalTo("invalid-parameter"),
                "errors.pointer", contains("service"));
    }

    @Test
    void theCallersHeadersAreForwarded() {
        String token = Tokens.of("viewer");

        given().header("Authorization", "Bearer " + token).header("Accept-Language", "en").header("X-Request-Id", "r-1")
                .header("X-Road-Id", "x-1").header("If-None-Match", "\"1\"").header("If-Match", "W/\"2\", \"3-a\"")
                .header("Idempotency-Key", "k-1")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .when().get("/api/v1/targets").then().statusCode(200)
                .header("X-Request-Id", "r-1").header("ETag", "\"7\"")
                .body("headers.authorization", equalTo("Bearer " + token), "headers.accept-language", equalTo("en"),
                        "headers.x-request-id", equalTo("r-1"), "headers.x-road-id", equalTo("x-1"),
                        "headers.if-none-match", equalTo("\"1\""), "headers.if-match", equalTo("W/\"2\", \"3-a\""),
                        "headers.idempotency-key", equalTo("k-1"),
                        "headers.traceparent", matchesPattern("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void aRequestWithoutIdGetsOne() {
        var reply = asViewer().when().get("/api/v1/targets").then().statusCode(200).extract();

        assertThat(reply.headers().getValues("X-Request-Id")).hasSize(1).first().asString().isNotBlank()
                .isEqualTo(reply.path("headers.x-request-id"));
    }

    @Test
    void forwardedHeadersOfTheCallerAreReplaced() {
        asViewer().header("X-Forwarded-For", "1.2.3.4").header("Forwarded", "for=1.2.3.4").header("X-Forwarded-Prefix", "/x")
                .when().get("/api/v1/targets").then()
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"), "headers.x-forwarded-proto", equalTo("http"),
                        "headers.x-forwarded-host", startsWith("localhost:"),
                        "headers.host", equalTo("localhost:" + RestAssured.port),
                        "headers", not(hasKey("forwarded")), "headers", not(hasKey("x-forwarded-prefix")));
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        given().when().get("/api/v1/targets").then().statusCode(401).contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer").header("Content-Language", "vi").header("X-Request-Id", not(nullValue()))
                .body("type", equalTo("/api/v1/problems/gateway/unauthorized"), "title", equalTo("Chưa xác thực"),
                        "status", equalTo(401), "instance", equalTo("/api/v1/targets"), "code", equalTo("unauthorized"),
                        "traceId", matchesPattern("[0-9a-f]{32}"), "traceId", not(equalTo("0".repeat(32))));
    }

    @Test
    void aLargeBodyWithoutATokenIsRefused() {
        given().body(new byte[9_000_000]).when().post("/api/v1/imports").then().statusCode(401);
        given().body(new byte[9_000_000]).when().post("/nothing").then().statusCode(404);
    }

    @Test
    void aRefusalIsInEnglishByAcceptLanguage() {
        given().header("Accept-Language", "en-GB").when().get("/api/v1/targets").then().statusCode(401)
                .header("Content-Language", "en").body("title", equalTo("Not authenticated"));
    }

    @Test
    void anInvalidTokenIsRefused() {
        for (String token : new String[] { "nonsense", "a.b.c", Tokens.expired(), Tokens.forAudience("other") }) {
            given().header("Authorization", "Bearer " + token).when().get("/api/v1/targets").then().statusCode(401)
                    .contentType(PROBLEM);
        }
    }

    @ParameterizedTest
    @CsvSource({ "POST, /api/v1/campaigns/2025/answers", "GET, /api/v1/campaigns/2025/questionnaire",
            "GET, /api/v1/problems/survey/campaign-closed" })
    void publicOperationsNeedNoToken(String method, String path) {
        given().when().request(method, path).then().statusCode(200).body("uri", equalTo(path));
    }

    @ParameterizedTest
    @CsvSource({ "GET, /api/v1/campaigns/2025/answers", "POST, /api/v1/campaigns/2025/answers/batch",
            "GET, /api/v1/campaigns" })
    void operationsBesideAPublicOneNeedAToken(String method, String path) {
        given().when().request(method, path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/unitsx", "/api/v1/nothing", "/api/v1", "/nothing", "/", "/q/nothing",
            "/api/v1/problems/gateway/nothing", "/api/v1/problems/targets/../../units" })
    void anUnknownPathIsAProblem(String path) {
        given().urlEncodingEnabled(false).header("Accept-Language", "en").when().get(path).then().statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("/api/v1/problems/gateway/not-found"), "title", equalTo("Not found"),
                        "instance", equalTo(path));
    }

    @Test
    void theGatewaysProblemTypesHavePages() {
        var reply = given().when().get("/api/v1/problems/gateway/gateway-timeout").then().statusCode(200)
                .contentType("text/html").body(containsString("HTTP 504")).extract();

        assertThat(reply.headers().getValues("X-Request-Id")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/openapi", "/docs", "/docs/index.html", "/docs/swagger-ui.css",
            "/api/v1/problems/gateway/not-found" })
    void anUnsupportedMethodIsRefusedWithTheSupportedOnes(String path) {
        given().when().post(path).then().statusCode(405).contentType(PROBLEM).header("Allow", containsString("GET"));
    }

    @Test
    void aServiceThatDoesNotRespondIsAGatewayTimeout() {
        asViewer().when().get("/api/v1/targets/silent").then().statusCode(504).contentType(PROBLEM).time(lessThan(5000L))
                .body("code", equalTo("gateway-timeout"), "traceId", not(equalTo("0".repeat(32))));
        asViewer().body("a question").when().post("/api/v1/targets/silent").then().statusCode(504).time(lessThan(5000L));
    }

    @Test
    void aServiceThatClosesTheConnectionIsABadGateway() {
        asViewer().when().get("/api/v1/targets/closing").then().statusCode(502).contentType(PROBLEM)
                .body("code", equalTo("bad-gateway"));
    }

    @Test
    void aResponseThatBreaksOffDoesNotLookComplete() {
        assertThatThrownBy(() -> asViewer().when().get("/api/v1/targets/breaking-off").asByteArray())
                .isInstanceOf(IOException.class);
    }

    @Test
    void aStoppedServiceIsUnavailableButStaysInTheDocument() {
        given().when().get("/openapi").then().statusCode(200);
        services.service("reporting").stop();
        try {
            asViewer().body(new byte[100_000]).when().post("/api/v1/reports").then().statusCode(503).contentType(PROBLEM)
                    .header("Retry-After", "5").time(lessThan(5000L)).body("code", equalTo("unavailable"));
            asViewer().when().get("/api/v1/targets").then().statusCode(200);
            given().when().get("/openapi").then().statusCode(200).body("paths", hasKey("/api/v1/units"));
            given().when().get(ready).then().statusCode(200);
        } finally {
            services.service("reporting").start();
        }

        asViewer().when().get("/api/v1/units").then().statusCode(200);
    }

    @Test
    void bodiesAreStreamedInBothDirections() {
        asViewer().body(new byte[9_000_000]).when().post("/api/v1/imports").then().statusCode(200)
                .body("bytes", equalTo(9_000_000));

        byte[] answer = asViewer().when().get("/api/v1/exports/large?chunks=400").asByteArray();

        assertThat(answer).hasSize(400 * 64 * 1024);
    }

    @ParameterizedTest
    @CsvSource({ "Content-Length: 9000000, ''", "Transfer-Encoding: chunked, '895440\r\n'" })
    void aServicesRefusalReachesACallerWhoReadsOnlyAfterTheWholeBody(String framing, String chunk) throws IOException {
        try (Wire wire = new Wire()) {
            wire.send("POST /api/v1/imports/refusing HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + Tokens.of("viewer") + "\r\n" + framing + "\r\n\r\n" + chunk);
            wire.send("x".repeat(9_000_000));

            assertThat(wire.answer()).startsWith("HTTP/1.1 413 ").endsWith("refused by the service");
        }
    }

    @Test
    void aBodyAboveTheLimitIsRefused() {
        asViewer().body(new byte[11_000_000]).when().post("/api/v1/imports").then().statusCode(413).contentType(PROBLEM)
                .body("code", equalTo("too-large"));
    }

    @Test
    void aDeclaredLengthAboveTheLimitIsRefusedBeforeTheBodyArrives() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("viewer")
                    + "\r\nContent-Length: 11000000\r\n\r\n");

            assertThat(wire.answer()).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too-large\"");
        }
    }

    @Test
    void responsesWithoutBodyHaveNoFramingHeaders() throws IOException {
        String token = Tokens.of("viewer");

        for (String path : new String[] { "nothing", "unchanged" }) {
            assertThat(Wire.get("/api/v1/targets/" + path, token).toLowerCase()).contains("\r\n\r\n")
                    .doesNotContain("transfer-encoding", "content-length", "content-encoding");
        }
        for (String path : new String[] { "", "/marked", "/large?chunks=2" }) {
            String head = Wire.answer("HEAD /api/v1/targets" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
            assertThat(head.toLowerCase()).startsWith("http/1.1 200 ").doesNotContain("transfer-encoding", "identity")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void theGatewaysOwnResponsesToHeadHaveNoContentEncoding() {
        for (String path : new String[] { "/openapi", "/docs", "/nothing", "/api/v1/problems/gateway/not-found" }) {
            given().head(path).then().header("Content-Encoding", nullValue()).header("Transfer-Encoding", nullValue());
        }
    }

    @Test
    void severalAcceptLanguageHeadersAreOneList() {
        given().header("Accept-Language", "fr").header("Accept-Language", "en").get("/nothing").then().statusCode(404)
                .header("Content-Language", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = { "identity", "gzip" })
    void anUnchangedResourceIsNotSentAgain(String encoding) {
        asViewer().header("Accept-Encoding", encoding).header("If-None-Match", "\"3-a\"").when()
                .get("/api/v1/targets/unchanged").then().statusCode(304).header("ETag", "\"3-a\"")
                .header("Content-Encoding", nullValue()).header("Content-Length", nullValue()).body(emptyString());
    }

    @Test
    void aResponseWithoutBodyIsFollowedByTheNext() throws IOException {
        String request = "GET /api/v1/targets/%s HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"3-a\"\r\nAuthorization: Bearer "
                + Tokens.of("viewer") + "\r\n%s\r\n";

        String answers = Wire
                .answer(request.formatted("unchanged", "") + request.formatted("nothing", "Connection: close\r\n"));

        assertThat(answers).startsWith("HTTP/1.1 304 ").contains("\r\n\r\nHTTP/1.1 204 ").endsWith("\r\n\r\n");
    }

    @Test
    void aConnectionStaysOpenAfterABodyWasReceived() throws IOException {
        String authorized = "Host: localhost\r\nAuthorization: Bearer " + Tokens.of("viewer") + "\r\n";

        try (Wire wire = new Wire()) {
            wire.send("POST /api/v1/imports HTTP/1.1\r\n" + authorized + "Content-Length: 5\r\n\r\n12345");
            assertThat(wire.answer()).startsWith("HTTP/1.1 200 ").contains("\"bytes\":5");
            // For longer than the gateway would wait for the rest of a body.
            await().during(1500, MILLISECONDS).atMost(20, SECONDS).until(() -> {
                wire.send("GET /api/v1/targets HTTP/1.1\r\n" + authorized + "\r\n");
                return wire.answer().startsWith("HTTP/1.1 200 ");
            });
        }
    }

    @Test
    void aServiceThatEndsItsConnectionEndsNoneOfACaller() throws IOException {
        String request = "GET /api/v1/targets/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("viewer")
                + "\r\n%s\r\n";

        String answers = Wire
                .answer(request.formatted("refusing", "") + request.formatted("nothing", "Connection: close\r\n"));

        assertThat(answers).startsWith("HTTP/1.1 413 ").contains("refused by the serviceHTTP/1.1 204 ");
    }

    @Test
    void aCompressedResponseIsForwardedUnchanged() {
        var reply = asViewer().header("Accept-Encoding", "gzip")
                .config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .when().get("/api/v1/targets/compressed").then().statusCode(200).extract();

        assertThat(reply.headers().getValues("Content-Encoding")).containsExactly("gzip");
        assertThat(reply.body().asByteArray()).asString().isEqualTo("as it is");
    }

    @Test
    void oneDocumentDescribesAllServices() {
        var reply = given().when().get("/openapi").then().statusCode(200).contentType("application/json")
                .body("openapi", equalTo("3.0.3"), "info.title", startsWith("CCHC"), "servers[0].url", equalTo("/"),
                        "paths", allOf(hasKey("/api/v1/units"), hasKey("/api/v1/targets"),
                                hasKey("/api/v1/campaigns/{id}/answers"), not(hasKey("/q/health")),
                                hasKey("/api/v1/audit")),
                        "components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .extract();

        given().header("If-None-Match", reply.header("ETag")).when().get("/openapi").then().statusCode(304);
    }

    @Test
    void theDocsPageShowsTheDocument() {
        given().when().get("/docs").then().statusCode(200).contentType("text/html").body(containsString("/openapi"));
    }

    private static RequestSpecification asViewer() {
        return given().header("Authorization", "Bearer " + Tokens.of("viewer"));
    }
}
