package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** What a body may be, whatever the operation: the house's rules, seen at one service. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class BodyTest {

    private static final int MOST = 10 * 1024 * 1024;
    private static final String UNIT = """
            {"code": "THPT-02", "name": "Trường", "nameEn": "School", "type": "SERVICE_UNIT"}""";

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @ValueSource(strings = { "application/xml", "text/plain", "application/octet-stream",
            "application/x-ndjson" })
    void aBodyThatIsNoJsonIsRefused(String type) {
        admin().contentType(type).body(UNIT.getBytes(UTF_8)).post("/api/v1/units").then().statusCode(415)
                .contentType("application/problem+json").body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/units", "/reports/0199e2a4-5c00-7000-8000-000000000000/return",
            "/reports/0199e2a4-5c00-7000-8000-000000000000/acceptance" })
    void aFileIsTakenNowhere(String path) {
        given().auth().oauth2(Tokens.of(path.equals("/units") ? "admin" : "reviewer"))
                .multiPart("file", "figures.xlsx", new byte[100]).post("/api/v1" + path).then().statusCode(415)
                .contentType("application/problem+json").body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void whatIsCompressedIsNotUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(UNIT.getBytes(UTF_8));
        }

        admin().contentType("application/json").header("Content-Encoding", "gzip").body(packed.toByteArray())
                .post("/api/v1/units").then().statusCode(415).contentType("application/problem+json");
    }

    @Test
    void aBodyThatSaysThatItIsTooLargeIsNotWaitedFor() throws IOException {
        String reply = raw("Content-Length: " + (MOST + 1), out -> {
        });

        assertThat(reply).startsWith("HTTP/1.1 413").containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"too-large\"");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefusedToo() throws IOException {
        String reply = raw("Transfer-Encoding: chunked", out -> {
            byte[] chunk = "10000\r\n%s\r\n".formatted(" ".repeat(0x10000)).getBytes(UTF_8);
            for (int sent = 0; sent < MOST; sent += 0x10000) {
                out.write(chunk);
            }
            out.write("1\r\n \r\n".getBytes(UTF_8));
        });

        assertThat(reply).startsWith("HTTP/1.1 413").containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"too-large\"");
    }

    @ParameterizedTest
    @MethodSource
    void aBodyOfOddBytesIsRefused(byte[] body) {
        admin().contentType("application/json").body(body).post("/api/v1/units").then().statusCode(400)
                .contentType("application/problem+json").body("code", equalTo("invalid-body"));
    }

    static Stream<byte[]> aBodyOfOddBytesIsRefused() {
        return Stream.of(UNIT.getBytes(UTF_16LE), named("e9"), named("ff"), named("c181"), named("c080"),
                named("eda0bdedb880"), named("f4908080"), named("e1bb"), named("efbbbf"),
                ("{\ufeff" + UNIT.substring(1)).getBytes(UTF_8));
    }

    private static byte[] named(String hex) {
        String bytes = new String(HexFormat.of().parseHex(hex), ISO_8859_1);
        return UNIT.replace("Trường", bytes).getBytes(ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource
    void aBodyThatIsBuiltToBeExpensiveIsRefused(String body) {
        admin().contentType("application/json").body(body).post("/api/v1/units").then().statusCode(400)
                .contentType("application/problem+json").body("code", equalTo("invalid-body"));
    }

    static Stream<String> aBodyThatIsBuiltToBeExpensiveIsRefused() {
        return Stream.of("[".repeat(100_000), "{\"name\":".repeat(100), UNIT.replace("Trường", "x".repeat(1_000_000)),
                "[" + "1,".repeat(1_000_000) + "1]", UNIT.replace("name", "x".repeat(100_000)),
                UNIT.replace("\"Trường\"", "9".repeat(10_000)));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("admin"));
    }

    @FunctionalInterface
    private interface Body {
        void send(OutputStream out) throws IOException;
    }

    private String raw(String length, Body body) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("""
                    POST /api/v1/units HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    %s\r
                    \r
                    """.formatted(Tokens.of("admin"), length).getBytes(UTF_8));
            body.send(socket.getOutputStream());
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
