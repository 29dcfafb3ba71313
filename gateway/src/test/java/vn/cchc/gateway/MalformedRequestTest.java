package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class MalformedRequestTest {

    private static final int MORE_THAN_CONNECTIONS = 130;
    private static final String ANSWERS = "POST /api/v1/campaigns/1/answers HTTP/1.1\r\nHost: localhost\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LARGE_CHUNK = "20000\r\n" + "x".repeat(0x20000) + "\r\n";

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    StubServices services;

    @ParameterizedTest
    @ValueSource(strings = { "zz\r\n", "-1\r\n", "FFFFFFFFFFFFFFFF1\r\n", "\r\n", "5\r\nhelloXX", "1;x=",
            "0\r\nno colon\r\n\r\n",
            "0\r\nX: \u0001\r\n\r\n", "5\nhello\n" })
    void aMalformedChunkIsRefusedAtOnceAndReachesNoService(String body) throws IOException {
        int calls = services.service("survey").calls();
        String malformed = body.endsWith("=") ? body + "x".repeat(70_000) + "\r\n" : body;

        try (Wire wire = new Wire(); RecordedLog log = new RecordedLog()) {
            wire.send(ANSWERS + CHUNKED + malformed);

            assertThat(wire.answer()).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "malformed-request",
                    "onnection: close");
            assertThat(log.records()).hasSizeLessThanOrEqualTo(1).allSatisfy(line -> assertThat(line.getThrown()).isNull());
        }
        assertThat(services.service("survey").calls()).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(strings = { "zz\r\n", "5\r\nhelloXX", "0\r\nno colon\r\n\r\n" })
    void aMalformedChunkEndsAnUpload(String body) throws IOException {
        int disconnects = services.service("reporting").disconnects();

        try (Wire wire = new Wire(); RecordedLog log = new RecordedLog()) {
            wire.send("POST /api/v1/imports/silent HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("viewer")
                    + "\r\n" + CHUNKED + LARGE_CHUNK);
            wire.send(body);

            assertThat(wire.answer()).startsWith("HTTP/1.1 400 ").contains("malformed-request");
            assertThat(log.records()).hasSizeLessThanOrEqualTo(1).allSatisfy(line -> assertThat(line.getThrown()).isNull());
        }
        await().atMost(10, SECONDS).until(() -> services.service("reporting").disconnects() > disconnects);
        assertThat(breakerOf("reporting")).isEqualTo("CLOSED");
    }

    @Test
    void malformedBodiesKeepNoConnectionsToTheService() throws IOException {
        Deque<Wire> wires = new ArrayDeque<>();
        for (int request = 0; request < MORE_THAN_CONNECTIONS; request++) {
            wires.push(new Wire());
            wires.peek().send(ANSWERS + CHUNKED + "zz\r\n");
        }

        given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/campaigns").then().statusCode(200);

        assertThat(breakerOf("survey")).isEqualTo("CLOSED");
        while (!wires.isEmpty()) {
            wires.pop().close();
        }
    }

    @ParameterizedTest
    @CsvSource({ "Content-Length: 100", "Transfer-Encoding: chunked" })
    void bodiesThatAreCutOffKeepNoConnectionsToTheService(String framing) throws IOException {
        try (RecordedLog log = new RecordedLog()) {
            for (int request = 0; request < MORE_THAN_CONNECTIONS; request++) {
                try (Wire wire = new Wire()) {
                    wire.send(ANSWERS + framing + "\r\n\r\n1\r\n");
                }
            }

            given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/campaigns").then().statusCode(200);
            assertThat(log.records()).hasSizeLessThanOrEqualTo(MORE_THAN_CONNECTIONS)
                    .allSatisfy(line -> assertThat(line.getThrown()).isNull());
        }
        assertThat(breakerOf("survey")).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense\r\n", "GET /api/v1/targets HTTP/1.1\r\n",
            "GET /api/v1/targets HTTP/1.1\r\nHost: a b\r\n", "GET /api/v1/targets HTTP/1.1\r\nHost: a:b:c\r\n",
            "GET /api/v1/targets HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
            "GET /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nno colon\r\n",
            "GET /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nX-Control: a\u0001b\r\n",
            "GET /api/v1/targets HTTP/1.1\r\nHost: localhost\r\nbad name: x\r\n",
            "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n",
            "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n",
            "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
            "POST /nothing HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n", "CONNECT elsewhere:80 HTTP/1.1\r\nHost: elsewhere\r\n" })
    void aMalformedHeadIsAProblem(String head) throws IOException {
        String answer = Wire.answer(head + "Accept-Language: en\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.[01] 400 .*").contains("application/problem+json", "malformed-request",
                "X-Content-Type-Options: nosniff", "X-Request-Id: ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "cchc_gateway:18080", "[::1]:8080", "sgd.camau.gov.vn" })
    void everyValidHostIsAccepted(String host) throws IOException {
        String answer = Wire.answer("GET /api/v1/targets HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer "
                + Tokens.of("viewer") + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"host\":\"" + host + '"');
    }

    @ParameterizedTest
    @CsvSource({ "40000, 0, 414, url-too-long", "0, 70000, 431, headers-too-large" })
    void aHeadThatIsFarTooLargeIsAProblem(int url, int header, int status, String code) throws IOException {
        String answer = Wire.answer("GET /" + "x".repeat(url) + " HTTP/1.1\r\nHost: localhost\r\nX-Long: "
                + "x".repeat(header) + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.[01] " + status + " .*").contains("application/problem+json", code);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/units/%zz", "/api/v1/units/100%", "/api/v1/units?cursor=100%", "/api/v1/units?a=%2" })
    void anEscapeThatCannotBeDecodedIsAProblem(String target) throws IOException {
        assertThat(Wire.get(target, Tokens.of("viewer"))).matches("(?s)HTTP/1.[01] 400 .*").contains("application/problem+json",
                "malformed-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = { "/api/v1/units/a|b /api/v1/units/a%7Cb", "/api/v1/units/\"{} /api/v1/units/%22%7B%7D",
            "/api/v1/units?q=^` /api/v1/units?q=%5E%60", "/api/v1/units/H\u00c3\u00a0 /api/v1/units/H%C3%A0",
            "/api/v1/units?q=H\u00c3\u00a0 /api/v1/units?q=H%C3%A0", "/api/v1/units/a%7Cb /api/v1/units/a%7Cb" })
    void charactersThatAUriMustEscapeReachTheServiceEscapedOnce(String target, String forwarded) throws IOException {
        assertThat(Wire.get(target, Tokens.of("viewer"))).startsWith("HTTP/1.1 200 ").contains("\"uri\":\"" + forwarded + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/units/a|b;v=1", "/api/v1/units/VP;v=1", "/api/v1;x/units" })
    void aPathWithMatrixParametersIsNotFound(String target) throws IOException {
        assertThat(Wire.get(target, Tokens.of("viewer"))).startsWith("HTTP/1.1 404 ").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/units/", "/api/v1/units/VP/", "/api/v1/campaigns/1/questionnaire/",
            "/api/v1/problems/gateway/not-found/", "/api/v1/problems/targets/x/", "/openapi/", "/docs/", "/" })
    void aPathThatEndsWithASlashIsNotFound(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
        given().auth().oauth2(Tokens.of("viewer")).get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "chunked", "Chunked", "CHUNKED" })
    void transferCodingsIgnoreCase(String coding) throws IOException {
        String answer = Wire.answer("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("viewer") + "\r\nTransfer-Encoding: " + coding
                + "\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"bytes\":5");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Authorization", "close, authorization", "If-Match", "Content-Type" })
    void connectionMustNotNameFieldsThatAreForTheService(String options) throws IOException {
        String answer = Wire.answer("GET /api/v1/units HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("viewer") + "\r\nConnection: " + options + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "\"pointer\":\"Connection\"");
    }

    @Test
    void fieldsThatConnectionNamesGoNoFurther() throws IOException {
        String answer = Wire.answer("GET /api/v1/units HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("viewer") + "\r\nX-Hop: 1\r\nX-End: 2\r\nConnection: x-hop\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"x-end\":\"2\"").doesNotContain("x-hop");
    }

    private String breakerOf(String service) {
        return given().get(ready).then().statusCode(200).extract()
                .path("checks.find { it.name == 'breakers' }.data." + service);
    }
}
