package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class BreakerTest {

    private static final int CALLS = 10;
    private static final String CAMPAIGNS = "/api/v1/campaigns";

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    StubServices services;

    private String token;

    /** Before the test, so that an open circuit does not close meanwhile. */
    @BeforeEach
    void takeAToken() {
        token = Tokens.of("viewer");
    }

    @AfterEach
    void close() {
        survey().release();
        await().atMost(20, SECONDS).until(() -> get(CAMPAIGNS).statusCode() == 200 && state("survey").equals("CLOSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/campaigns/silent", "/api/v1/campaigns/closing" })
    void callsOfAServiceThatDoesNotRespondFailAtOnceWhileItsCircuitIsOpen(String uri) {
        fail(uri);
        int calls = survey().calls();

        Response refusal = get(CAMPAIGNS);

        refusal.then().statusCode(503).contentType("application/problem+json").header("Retry-After", "5")
                .body("code", equalTo("unavailable"), "type", equalTo("/api/v1/problems/gateway/unavailable"));
        given().body("an answer").post(CAMPAIGNS + "/1/answers").then().statusCode(503).header("Retry-After", "5");
        assertThat(survey().calls()).isEqualTo(calls);
        get("/api/v1/targets").then().statusCode(200);
        assertThat(state("survey")).isNotEqualTo("CLOSED");
        assertThat(List.of(state("targets"), state("reporting"))).containsOnly("CLOSED");
        given().get(metrics).then().body(containsString("cchc_gateway_breaker{service=\"survey\"} 1.0"),
                containsString("cchc_gateway_breaker{service=\"targets\"} 0.0"));
    }

    @Test
    void theGatewayProbesTheServiceOneProbeAtATime() {
        fail(CAMPAIGNS + "/closing");
        int calls = survey().calls();
        int probes = survey().probes();

        await().atMost(20, SECONDS).until(() -> survey().probes() >= probes + 3);

        assertThat(together(() -> get(CAMPAIGNS).statusCode())).containsOnly(503);
        assertThat(survey().calls()).isEqualTo(calls);
        assertThat(survey().concurrentProbes()).isEqualTo(1);
        survey().release();
        await().atMost(20, SECONDS).until(() -> get(CAMPAIGNS).statusCode() == 200);
        assertThat(state("survey")).isEqualTo("CLOSED");
    }

    @Test
    void anUnhealthyResponseToAProbeClosesTheCircuitToo() {
        fail(CAMPAIGNS + "/closing");

        survey().release();

        await().atMost(20, SECONDS).until(() -> get(CAMPAIGNS).statusCode() == 200);
    }

    @Test
    void aSlowCallerDoesNotDelayTheProbe() throws Exception {
        fail(CAMPAIGNS + "/closing");
        await().atMost(20, SECONDS).until(() -> state("survey").equals("HALF_OPEN"));

        try (Wire wire = new Wire()) {
            wire.send("POST " + CAMPAIGNS + "/1/answers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx");

            assertThat(wire.line()).startsWith("HTTP/1.1 503 ");
            survey().release();
            await().atMost(20, SECONDS).until(() -> get(CAMPAIGNS).statusCode() == 200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 500, 503 })
    void anErrorResponseOfTheServiceDoesNotCountAsAFailure(int status) {
        for (int call = 0; call < CALLS; call++) {
            get(CAMPAIGNS + "/failing?status=" + status).then().statusCode(status);
        }

        assertThat(state("survey")).isEqualTo("CLOSED");
    }

    @Test
    void aCallerWhoDisconnectsDoesNotCountAsAFailure() throws Exception {
        int disconnects = survey().disconnects();
        for (int call = 0; call < CALLS; call++) {
            int calls = survey().calls();
            try (Wire wire = new Wire()) {
                wire.send("GET " + CAMPAIGNS + "/silent HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n");
                await().atMost(10, SECONDS).until(() -> survey().calls() > calls);
            }
        }
        await().atMost(10, SECONDS).until(() -> survey().disconnects() == disconnects + CALLS);

        assertThat(state("survey")).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "POST" })
    void aCallerWhoDisconnectsAfterALongWaitCountsAsAFailure(String method) {
        survey().stopAnsweringProbes();

        assertThat(together(() -> givesUp(method, CAMPAIGNS + "/held"))).containsOnly(true);

        await().atMost(10, SECONDS).until(() -> !state("survey").equals("CLOSED"));
    }

    @Test
    void aCallerWhoDisconnectsDuringAnUploadDoesNotCountAsAFailure() throws Exception {
        int calls = survey().calls();
        int disconnects = survey().disconnects();
        Deque<Wire> wires = new ArrayDeque<>();
        for (int call = 0; call < CALLS; call++) {
            wires.push(new Wire());
            wires.peek().send("POST " + CAMPAIGNS + "/silent HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000));
        }
        await().atMost(10, SECONDS).until(() -> survey().calls() == calls + CALLS);
        // Each of these takes as long as a probe may.
        get("/api/v1/units/silent").then().statusCode(504);
        get("/api/v1/units/silent").then().statusCode(504);

        while (!wires.isEmpty()) {
            wires.pop().close();
        }

        await().atMost(10, SECONDS).until(() -> survey().disconnects() == disconnects + CALLS);
        assertThat(state("survey")).isEqualTo("CLOSED");
    }

    @Test
    void aBodyThatIsTooLargeDoesNotCountAsAFailure() throws Exception {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        for (int call = 0; call < CALLS; call++) {
            try (Wire wire = new Wire()) {
                wire.send("POST " + CAMPAIGNS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (int sent = 0; sent < 161; sent++) {
                    wire.send(chunk);
                }
                assertThat(wire.line()).startsWith("HTTP/1.1 413 ");
            }
        }

        assertThat(state("survey")).isEqualTo("CLOSED");
    }

    @Test
    void aServiceThatReadsNothingOfABodyOpensTheCircuitToo() {
        survey().stopAnsweringProbes();

        assertThat(together(() -> upload(CAMPAIGNS + "/deaf")))
                .allSatisfy(line -> assertThat(line).startsWith("HTTP/1.1 504 "));

        assertThat(state("survey")).isNotEqualTo("CLOSED");
    }

    /** A body larger than all buffers; returns the status line. */
    private String upload(String uri) {
        try (Wire wire = new Wire()) {
            wire.send("POST " + uri + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Length: 9000000\r\n\r\n");
            ConcurrentTasks.run(() -> IntStream.range(0, 9).forEach(part -> sendUnlessCut(wire, "x".repeat(1_000_000))));
            return wire.line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sendUnlessCut(Wire wire, String part) {
        try {
            wire.send(part);
        } catch (IOException cut) {
            // The response is already there.
        }
    }

    /** Opens the circuit; the service answers no probes until it is released. */
    private void fail(String uri) {
        survey().stopAnsweringProbes();
        assertThat(together(() -> post(uri).statusCode())).allSatisfy(status -> assertThat(status).isBetween(502, 504));
    }

    /** Whether the caller's timeout ended before the gateway's. */
    private boolean givesUp(String method, String uri) {
        var impatient = RestAssured.config()
                .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 3_000));
        try {
            given().config(impatient).auth().oauth2(token).body(method.equals("POST") ? "a question" : "").request(method, uri);
            return false;
        } catch (Exception gaveUp) {
            return gaveUp instanceof SocketTimeoutException;
        }
    }

    private static <T> List<T> together(Supplier<T> call) {
        return IntStream.range(0, CALLS).mapToObj(number -> ConcurrentTasks.supply(call)).toList().stream()
                .map(CompletableFuture::join).toList();
    }

    private String state(String service) {
        return given().get(ready).then().statusCode(200).extract()
                .path("checks.find { it.name == 'breakers' }.data." + service);
    }

    private StubService survey() {
        return services.service("survey");
    }

    private Response get(String uri) {
        return given().auth().oauth2(token).get(uri);
    }

    private Response post(String uri) {
        return given().auth().oauth2(token).post(uri);
    }
}
