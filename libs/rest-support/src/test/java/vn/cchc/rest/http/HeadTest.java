package vn.cchc.rest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is wrong with the head of a request is answered with a problem, whoever finds it. */
@QuarkusTest
class HeadTest {

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @ValueSource(strings = { "json", "", "a/b/c", "application/json, text/plain",
            "application/json\r\nContent-Type: text/plain",
            "application/json;charset=\"", "application/json; charset=utf-16", "text/plain", "*/*", "application/*", ";", "/",
            "application/json;charset" })
    void aContentTypeThatIsNotJsonIsRefusedByName(String type) throws IOException {
        String reply = RawRequest.send(service, "POST /api/v1/samples HTTP/1.1", "Host: localhost", "Content-Type: " + type,
                "Connection: close", "Content-Length: 2", "", "{}");

        assertThat(reply).startsWith("HTTP/1.1 415").contains("\"code\":\"unsupported-media-type\"",
                "\"pointer\":\"Content-Type\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "application/json;charset=utf-8", "application/json; charset=\"UTF-8\"",
            "APPLICATION/JSON" })
    void jsonIsAccepted(String type) throws IOException {
        String reply = RawRequest.send(service, "POST /api/v1/samples HTTP/1.1", "Host: localhost", "Content-Type: " + type,
                "Connection: close", "Content-Length: 12", "", "{\"name\":\"a\"}");

        assertThat(reply).startsWith("HTTP/1.1 201");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Accept: json", "Accept: ", "Accept: a/b/c", "Accept: */*;q=x", "Accept: ;", "Accept: ,",
            "Accept: application/json;q=", "Accept: \"", "Accept-Language: x;q=y", "Accept-Language: -", "Accept-Language: ,",
            "Accept-Language: \u00e9", "Accept-Encoding: ;;", "Accept-Charset: x", "If-Match: x", "If-None-Match: x",
            "If-None-Match: \"", "If-Modified-Since: yesterday", "Range: bytes=x", "Authorization: x", "Authorization: ",
            "Authorization: Bearer", "Authorization: Basic \u00e9", "Cookie: \u00e9;=;", "Content-Encoding: x",
            "Content-Language: ;", "Content-Type: json", "Date: x", "Expect: x", "TE: x", "Cache-Control: max-age=x",
            "X-Request-Id: \u00e9", "X-Road-Id: \u00e9", "traceparent: x", "baggage: =", "Forwarded: x",
            "X-Forwarded-Host: a b",
            "Origin: \u00e9", "Upgrade: h2c" })
    void anOddHeaderIsNoFaultOfTheService(String header) throws IOException {
        String read = RawRequest.send(service, "GET /api/v1/samples HTTP/1.1", "Host: localhost", header);
        String written = RawRequest.send(service, "PUT /api/v1/samples/0199e2a4-5c00-7000-8000-000000000000 HTTP/1.1",
                "Host: localhost", header, "Content-Length: 0");

        assertThat(read).matches("(?s)HTTP/1.1 (2|304|4).*");
        assertThat(written).matches("(?s)HTTP/1.1 4.*");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/samples/a|b", "/api/v1/samples/a\\b", "/api/v1/samples/%zz", "/api/v1/samples/\u00e9",
            "/api/v1/samples/%ff", "/api/v1/samples?name=a|b", "/api/v1/samples/a\"b", "/api/v1/samples/a<b" })
    void aPathWithIllegalCharactersIsRefused(String target) throws IOException {
        assertProblem(400, RawRequest.send(service, "GET " + target + " HTTP/1.1", "Host: localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "%41" })
    void aLongTargetIsRead(String part) throws IOException {
        String target = "/api/v1/samples?name=" + part.repeat(15_000 / part.length());

        assertThat(RawRequest.send(service, "GET " + target + " HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Host: ", "Host: a b", "Host: a:b", "Host: a/b", "Host: [::1", "Host: a\r\nHost: b", "X: y" })
    void aMalformedHostIsRefused(String host) throws IOException {
        assertThat(RawRequest.send(service, "GET /api/v1/samples HTTP/1.1", host)).startsWith("HTTP/1.1 400")
                .contains("\"pointer\":\"Host\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "X-A: a\u0001b", "X\u0001: a", "Content-Length: 1\r\nContent-Length: 2", "Content-Length: -1",
            "Content-Length: x", "Content-Length: 1,1", "no colon" })
    void aMalformedHeadIsRefused(String header) throws IOException {
        assertProblem(400, RawRequest.send(service, "GET /api/v1/samples HTTP/1.1", "Host: localhost", header));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/nowhere", "/api", "/api/v1", "/api/v1/nowhere", "/api/v1/samples/x/y", "/api/v1/samples/",
            "/api/v1//samples", "/api/v1/samples;v=1", "/api/v1/samples;",
            "/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000;v=1",
            "/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000/", "/api/v1/./samples", "/api/v1/x/../samples" })
    void anUnknownPathIsNotFound(String path) throws IOException {
        assertProblem(404, RawRequest.send(service, "GET " + path + " HTTP/1.1", "Host: localhost"));
        String posted = RawRequest.send(service, "POST " + path + " HTTP/1.1", "Host: localhost", "Content-Length: 0");
        assertProblem(404, posted);
    }

    @ParameterizedTest
    @CsvSource({ "DELETE,/api/v1/samples,'GET, HEAD, OPTIONS, POST'",
            "PATCH,/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000,'GET, HEAD, OPTIONS, PUT'",
            "POST,/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000,'GET, HEAD, OPTIONS, PUT'",
            "TRACE,/api/v1/samples,'GET, HEAD, OPTIONS, POST'", "BREW,/api/v1/samples,'GET, HEAD, OPTIONS, POST'" })
    void aMethodThatIsNotAllowedIsAnsweredWithThoseThatAre(String method, String path, String allowed) throws IOException {
        String reply = RawRequest.send(service, method + ' ' + path + " HTTP/1.1", "Host: localhost");

        assertProblem(405, reply);
        assertThat(reply).containsIgnoringCase("\r\nallow: " + allowed + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost", "cchc_gateway:18080", "example.org", "a.b:1", "[::1]:8080" })
    void linksDoNotDependOnTheHost(String host) throws IOException {
        String read = RawRequest.send(service, "GET /api/v1/samples?limit=1&name=%C3%A9+%26 HTTP/1.1", "Host: " + host);
        String made = RawRequest.send(service, "POST /api/v1/samples HTTP/1.1", "Host: " + host, "Connection: close",
                "Content-Type: application/json", "Content-Length: 12", "", "{\"name\":\"a\"}");

        assertThat(read).contains("\"next\":\"/api/v1/samples?limit=1&name=%C3%A9+%26&cursor=YQ\"")
                .containsIgnoringCase("\r\nlink: </api/v1/samples?limit=1&name=%C3%A9+%26&cursor=YQ>; rel=\"next\"\r\n");
        assertThat(made).containsIgnoringCase("\r\nlocation: /api/v1/samples/1\r\n");
    }

    @Test
    void aPageLinksToTheNextOne() {
        given().urlEncodingEnabled(false).get("/api/v1/samples?cursor=YQ&limit=1").then().statusCode(200)
                .body("next", equalTo("/api/v1/samples?limit=1&cursor=Yg")).body("items[0].name", containsString("b"));
        given().urlEncodingEnabled(false).get("/api/v1/samples?%63ursor=YQ&limit=1").then().statusCode(200)
                .body("next", equalTo("/api/v1/samples?limit=1&cursor=Yg"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "\"1-ab\"" })
    void anUnsafeOperationRefusesIfNoneMatch(String tag) {
        given().header("If-None-Match", tag).contentType("application/json").body("{\"name\":\"a\",\"numbers\":[1]}")
                .put("/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000").then().statusCode(400)
                .body("code", equalTo("unsupported-precondition")).body("errors.pointer", contains("If-None-Match"));
    }

    @ParameterizedTest
    @CsvSource({ "GET,/api/v1/samples", "HEAD,/api/v1/samples", "POST,/api/v1/samples",
            "PUT,/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000" })
    void anOperationThatDoesNotRequireIfMatchRefusesIt(String method, String path) {
        var reply = given().header("If-Match", "*").contentType("application/json").body("{\"name\":\"a\",\"numbers\":[1]}")
                .request(method, path).then().statusCode(400);

        if (!method.equals("HEAD")) {
            reply.body("code", equalTo("unsupported-precondition")).body("errors.pointer", contains("If-Match"));
        }
    }

    private static void assertProblem(int status, String reply) {
        assertThat(reply).startsWith("HTTP/1.1 " + status).containsIgnoringCase("content-type: application/problem+json")
                .contains("\"traceId\":\"");
    }
}
