package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class SlowClientTest {

    private static final int MORE_THAN_CONNECTIONS = 130;
    private static final int CONNECTIONS_PER_CALLER = 32;

    StubServices services;

    private final Deque<Wire> wires = new ArrayDeque<>();

    @AfterEach
    void close() throws IOException {
        while (!wires.isEmpty()) {
            wires.pop().close();
        }
    }

    @Test
    void slowUploadsOfSmallBodiesOccupyNoConnectionsToTheService() throws IOException {
        int calls = services.service("survey").calls();
        for (int upload = 0; upload < MORE_THAN_CONNECTIONS; upload++) {
            send("POST /api/v1/campaigns/1/answers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000\r\n\r\nx");
        }

        given().body("an answer").post("/api/v1/campaigns/1/answers").then().statusCode(200).time(lessThan(5000L))
                .body("bytes", equalTo(9));

        assertThat(services.service("survey").calls()).isEqualTo(calls + 1);
    }

    @Test
    void theConnectionsOfOneCallerAreBounded() throws IOException {
        int calls = services.service("reporting").calls();
        String one = Tokens.with("viewer", Map.of("sub", "slow", "client_id", "slow"));
        for (int upload = 0; upload < CONNECTIONS_PER_CALLER; upload++) {
            send("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + one
                    + "\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000));
        }
        await().atMost(10, SECONDS).until(() -> services.service("reporting").calls() == calls + CONNECTIONS_PER_CALLER);

        given().auth().oauth2(one).get("/api/v1/units").then().statusCode(429).header("Retry-After", "5");
        given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/units").then().statusCode(200).time(lessThan(5000L));
        given().auth().oauth2(one).get("/api/v1/targets").then().statusCode(200);
        close();
        await().atMost(10, SECONDS).until(() -> given().auth().oauth2(one).get("/api/v1/units").statusCode() == 200);
    }

    @Test
    void bodiesBeyondTheMemoryForAllAreRefusedForNow() throws IOException {
        // 8 MB are configured; each of these holds 60,000 bytes and does not end.
        for (int body = 0; body < 150; body++) {
            send("POST /api/v1/campaigns/1/answers HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nea60\r\n"
                    + "x".repeat(60_000));
        }
        await().atMost(20, SECONDS).until(() -> wires.stream().anyMatch(Wire::isAnswered));

        Wire refused = wires.stream().filter(Wire::isAnswered).findFirst().orElseThrow();
        assertThat(refused.answer()).startsWith("HTTP/1.1 503 ").contains("\"code\":\"unavailable\"", "Retry-After: 5");
        close();
        await().atMost(10, SECONDS).until(
                () -> given().body(new byte[60_000]).post("/api/v1/campaigns/1/answers").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({ "70000, ''", "11000000, viewer" })
    void aChunkedBodyIsRefusedAsSoonAsItExceedsTheLimit(int bytes, String persona) throws IOException {
        String token = persona.isEmpty() ? "" : "Authorization: Bearer " + Tokens.of(persona) + "\r\n";
        try (Wire wire = new Wire()) {
            wire.send("POST /api/v1/campaigns/1/answers HTTP/1.1\r\nHost: localhost\r\n" + token
                    + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(bytes) + "\r\n" + "x".repeat(bytes));

            assertThat(wire.answer()).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too-large\"");
        }
    }

    @Test
    void withoutATokenNoBodyIsLargerThanWhatIsCollected() throws IOException {
        given().body(new byte[60_000]).post("/api/v1/campaigns/1/answers").then().statusCode(200);
        given().body(new byte[70_000]).post("/api/v1/campaigns/1/answers").then().statusCode(413)
                .contentType("application/problem+json");
        given().auth().oauth2(Tokens.of("viewer")).body(new byte[70_000]).post("/api/v1/imports").then().statusCode(200);
    }

    @Test
    void aReaderWhoStopsReadingIsDisconnectedAndTheServiceIsFreed() throws IOException {
        int disconnects = services.service("reporting").disconnects();

        send("GET /api/v1/exports/large?chunks=4000 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("viewer") + "\r\n\r\n");

        await().atMost(20, SECONDS).until(() -> services.service("reporting").disconnects() > disconnects);
    }

    @Test
    void theExportsOfOneCallerAreBoundedMoreTightly() throws IOException {
        int calls = services.service("reporting").calls();
        String one = Tokens.with("viewer", Map.of("sub", "exporting", "client_id", "exporting"));
        for (int export = 0; export < 2; export++) {
            send("GET /api/v1/exports/held HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + one + "\r\n\r\n");
        }
        await().atMost(10, SECONDS).until(() -> services.service("reporting").calls() == calls + 2);

        given().auth().oauth2(one).get("/api/v1/exports/figures.csv").then().statusCode(429);
        given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/exports/figures.csv").then().statusCode(200);
        given().auth().oauth2(one).get("/api/v1/units").then().statusCode(200);
        services.service("reporting").release();
    }

    private void send(String request) throws IOException {
        wires.push(new Wire());
        wires.peek().send(request);
    }
}
