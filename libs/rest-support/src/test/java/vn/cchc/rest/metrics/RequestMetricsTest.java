package vn.cchc.rest.metrics;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RequestMetricsTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI service;

    @Test
    void whatACallerWritesNeverBecomesALabel() {
        for (int request = 0; request < 5; request++) {
            String id = "label-" + request;
            given().header("Content-Type", "json").body("{}".getBytes(UTF_8)).put("/api/v1/samples/" + id).then()
                    .statusCode(415);
            given().delete("/api/v1/samples/" + id).then().statusCode(405);
            given().get("/api/v1/samples/" + id).then().statusCode(400);
            given().get("/api/v1/" + id).then().statusCode(404);
            given().get("/" + id).then().statusCode(404);
            given().get("/api/v1/" + id + "/?q=" + "x".repeat(9000));
            given().request("LABEL" + request, "/api/v1/samples");
        }
        given().get("/api/v1/samples").then().statusCode(200);

        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(labels("method")).contains("GET", "OTHER")
                .noneMatch(method -> method.startsWith("LABEL")));
        assertThat(labels("uri")).contains("/api/v1/samples", "/api/v1/samples/{id}").noneMatch(uri -> uri.contains("label"));
    }

    @Test
    void thousandsOfUnknownPathsAndIdsAddNoSeries() throws Exception {
        long before = requests();
        send("GET", "unknown-0", 404);
        send("DELETE", "samples/unknown-0", 405);
        await().atMost(10, SECONDS).until(() -> requests() == before + 2);
        int series = labels("uri").size();

        for (int request = 1; request <= 1500; request++) {
            send("GET", "unknown-" + request, 404);
            send("DELETE", "samples/unknown-" + request, 405);
        }

        await().atMost(10, SECONDS).until(() -> requests() == before + 3002);
        assertThat(labels("uri")).hasSize(series);
    }

    /** Many of them take too long with REST-assured. */
    private void send(String method, String path, int status) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve("/api/v1/" + path)).method(method, BodyPublishers.noBody())
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(status);
    }

    private long requests() {
        return metrics.find("http.server.requests").timers().stream().mapToLong(Timer::count).sum();
    }

    private List<String> labels(String name) {
        return metrics.find("http.server.requests").timers().stream().map(timer -> timer.getId().getTag(name)).toList();
    }
}
