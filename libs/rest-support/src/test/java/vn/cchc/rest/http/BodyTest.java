package vn.cchc.rest.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BodyTest {

    private static final String POST = "POST /api/v1/samples HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @TestHTTPResource("/")
    URI service;

    @Test
    void aBodyAboveTheLimitOfItsOperationIsRefusedBeforeItIsSent() throws IOException {
        String reply = RawRequest.send(service, POST + "Content-Length: 16385", out -> {
        });

        assertThat(reply).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedBeforeItIsSent() throws IOException {
        String reply = RawRequest.send(service, POST + "Content-Length: 10485761", out -> {
        });

        assertThat(reply).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
    }

    @Test
    void aChunkedBodyIsRefusedAsSoonAsItExceedsTheLimit() throws IOException {
        try (Socket socket = RawRequest.open(service, POST + "Transfer-Encoding: chunked")) {
            socket.getOutputStream().write(chunk(16_385));

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 413")
                    .contains("\"code\":\"too-large\"");
        }
    }

    @ParameterizedTest
    @CsvSource({ "POST /api/v1/samples,Content-Length: 9000000,413", "POST /api/v1/samples,Transfer-Encoding: chunked,413",
            "POST /api/v1/samples,Content-Length: 10485761,413", "POST /api/v1/nowhere,Content-Length: 9000000,404",
            "DELETE /api/v1/samples,Transfer-Encoding: chunked,405" })
    void aClientThatReadsOnlyAfterItsWholeBodyReadsTheRefusal(String operation, String framing, int status)
            throws IOException {
        String head = operation + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + framing;
        byte[] body = framing.startsWith("T") ? chunk(9_000_000)
                : new byte[Integer.parseInt(framing.substring(framing.indexOf(' ') + 1))];

        try (Socket socket = RawRequest.open(service, head)) {
            socket.getOutputStream().write(body);
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 " + status)
                    .contains("\"traceId\":");
        }
    }

    @Test
    void theDefaultLimitAppliesToOtherOperations() {
        given().contentType("application/json").body("{\"name\":\"a\",\"numbers\":[1]" + " ".repeat(60_000) + "}")
                .put("/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000").then().statusCode(200);
        given().contentType("application/json").body("{\"name\":\"a\",\"numbers\":[1]" + " ".repeat(70_000) + "}")
                .put("/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000").then().statusCode(413);
    }

    @Test
    void bodiesBeyondTheMemoryForAllAreRefusedForNow() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            // 256 KB are configured; each of these holds 16,000 bytes and does not end.
            for (int body = 0; body < 17; body++) {
                open.add(RawRequest.open(service, POST + "Transfer-Encoding: chunked"));
                open.get(body).getOutputStream().write(chunk(16_000));
            }
            await().atMost(20, SECONDS).until(() -> open.stream().anyMatch(BodyTest::isAnswered));

            Socket refused = open.stream().filter(BodyTest::isAnswered).findFirst().orElseThrow();
            assertThat(new String(refused.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 503")
                    .contains("\"code\":\"unavailable\"").containsIgnoringCase("\r\nretry-after: 5\r\n");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        await().atMost(20, SECONDS).untilAsserted(() -> given().contentType("application/json")
                .body("{\"name\":\"a\"" + " ".repeat(16_000) + "}").post("/api/v1/samples").then().statusCode(201));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Content-Length: 100\r\n\r\n{\"name\":", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"nam",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}xx\r\n",
            "Transfer-Encoding: chunked\r\n\r\n-1\r\n", "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            "Transfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\nzz\r\n",
            "Transfer-Encoding: chunked\r\n\r\n0\r\nX\u0001: y\r\n\r\n" })
    void aBrokenBodyIsNoFaultOfTheService(String rest) throws IOException {
        try (var log = new CapturedLog(); Socket socket = RawRequest.open(service, POST + rest)) {
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).doesNotStartWith("HTTP/1.1 5");
            // A request of the test before may still be refused for the bodies in flight.
            assertThat(log.warnings()).allSatisfy(line -> assertThat(line).contains("503: unavailable"));
            assertThat(log.lines()).filteredOn(line -> !line.contains("503: unavailable")).hasSizeLessThanOrEqualTo(1);
            assertThat(log.lines()).allSatisfy(line -> assertThat(line).doesNotContain("\tat "));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"name\":\"\u00A0\"}|/name", "{\"name\":\"\u200B\u2800\"}|/name", "{}|/name",
            "''|''" })
    void aMissingOrInvisibleValueIsRefused(String body, String pointer) {
        given().contentType("application/json; charset=utf-8").body(body.getBytes(UTF_8)).post("/api/v1/samples").then()
                .statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void aNameOfAHundredLettersOfAnyKindIsNotTooLong() {
        String letters = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(100);

        given().contentType("application/json").body(("{\"name\":\"" + letters + "\"}").getBytes(UTF_8)).post("/api/v1/samples")
                .then().statusCode(201);
        given().contentType("application/json").body(("{\"name\":\"a" + letters + "\"}").getBytes(UTF_8))
                .post("/api/v1/samples").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"name\":\"a\",\"a~b/c\":1}|/a~0b~1c",
            "{\"name\":\"a\",\"numbers\":[1,\"x\"]}|/numbers/1", "x|''", "[]|''",
            "{\"name\":\"a\"} {}|''" })
    void aPointerLeadsToWhatIsWrong(String body, String pointer) {
        given().contentType("application/json").body(body).post("/api/v1/samples").then().statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void everyValueThatCannotBeReadIsNamedAndEveryBrokenConstraint() {
        given().header("Accept-Language", "en").contentType("application/json")
                .body("{\"name\":\" \",\"numbers\":[1,\"x\",2.5,{}],\"other\":1,\"more\":2}").post("/api/v1/samples").then()
                .statusCode(400).body("code", equalTo("invalid-body"))
                .body("errors.pointer",
                        containsInAnyOrder("/numbers/1", "/numbers/2", "/numbers/3", "/other", "/more", "/name"))
                .body("errors.find { it.pointer == '/numbers/1' }.detail", startsWith("The value must be an integer"))
                .body("errors.find { it.pointer == '/other' }.detail", equalTo("The field is unknown."))
                .body("errors.find { it.pointer == '/name' }.code", equalTo("invalid-input"));
    }

    @Test
    void aRequiredValueThatCannotBeReadIsNotCalledMissingToo() {
        given().contentType("application/json").body("{\"name\":7}").post("/api/v1/samples").then().statusCode(400)
                .body("errors.pointer", contains("/name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "en|en|Invalid input|must not be blank",
            "*|vi|Dữ liệu không hợp lệ|không được để trống",
            "fr, en;q=0.1|en|Invalid input|must not be blank", "vi;q=0, *|en|Invalid input|must not be blank" })
    void titleAndErrorsAreInOneLanguage(String accepted, String language, String title, String detail) {
        given().header("Accept-Language", accepted).contentType("application/json").body("{\"name\":\" \"}")
                .post("/api/v1/samples").then().statusCode(422).header("Content-Language", language)
                .body("title", equalTo(title)).body("errors.detail", contains(detail));
    }

    @Test
    void severalLanguageHeadersAreOneList() {
        given().header("Accept-Language", "vi;q=0.1", "en").contentType("application/json").body("{\"name\":\" \"}")
                .post("/api/v1/samples").then().header("Content-Language", "en").body("title", equalTo("Invalid input"))
                .body("errors.detail", contains("must not be blank"));
    }

    @ParameterizedTest
    @MethodSource
    void aBodyThatIsNotUtf8IsRefused(byte[] body) {
        given().contentType("application/json").body(body).post("/api/v1/samples").then().statusCode(400)
                .body("code", equalTo("invalid-body")).body("errors.pointer", contains(""));
    }

    static Stream<byte[]> aBodyThatIsNotUtf8IsRefused() {
        String json = "{\"name\":\"a\"}";
        return Stream.concat(Stream.of(json.getBytes(UTF_16LE), json.getBytes(UTF_16)),
                Stream.of("e9", "ff", "c181", "c080", "eda0bdedb880", "f4908080", "e1bb").map(BodyTest::named));
    }

    private static byte[] named(String hex) {
        String bytes = new String(HexFormat.of().parseHex(hex), ISO_8859_1);
        return "{\"name\":\"%s\"}".formatted(bytes).getBytes(ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource
    void aBodyThatIsExpensiveToReadIsRefused(String body) {
        given().contentType("application/json").body(body).put("/api/v1/samples/0199e2a4-5c00-7000-8000-000000000000").then()
                .statusCode(400).body("code", equalTo("invalid-body"));
    }

    static Stream<String> aBodyThatIsExpensiveToReadIsRefused() {
        return Stream.of("[".repeat(500), "{\"name\":".repeat(100), "{\"" + "x".repeat(60_000) + "\":1}",
                "{\"numbers\":[" + "9".repeat(10_000) + "]}", "{\"name\":\"\ufeff\"}");
    }

    @Test
    void aCompressedBodyIsRefusedByName() {
        given().contentType("application/json").header("Content-Encoding", "gzip").body(new byte[] { 1 })
                .post("/api/v1/samples").then().statusCode(415).body("errors.pointer", contains("Content-Encoding"));
    }

    @Test
    void aFileIsRefused() {
        given().multiPart("file", "figures.xlsx", new byte[100]).post("/api/v1/samples").then().statusCode(415)
                .body("errors.pointer", contains("Content-Type"));
    }

    private static byte[] chunk(int size) {
        return "%x\r\n%s\r\n".formatted(size, " ".repeat(size)).getBytes(UTF_8);
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
