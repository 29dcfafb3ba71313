package vn.cchc.system.stack;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;

/** Calls of the API that must succeed, by way of the gateway or of a service. */
public final class ApiClient {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;

    /** @param address such as {@code http://localhost:8080} */
    public ApiClient(String address) {
        this.api = address + "/api/v1";
    }

    /**
     * @param token null for a public operation
     * @return the body of the reply, empty if it is none or no object
     */
    public JsonObject call(String method, String path, String token, Map<String, ?> body, int expected) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", "application/json")
                .method(method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.encode(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (path.matches("/(reports|campaigns)/[^/]+/(figures|submission|acceptance|opening|closing|publication)")) {
            request.header("If-Match", "*");
        }
        // A machine without a free core cuts connections off; a repeated call has no second effect.
        if (!path.endsWith("/answers") && !path.endsWith("/invitations")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var reply = await().atMost(2, MINUTES).pollInSameThread().pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> http.send(request.build(), BodyHandlers.ofString()), sent -> sent.statusCode() != 503);
        assertThat(reply.statusCode()).as("%s %s: %s", method, path, reply.body()).isEqualTo(expected);
        return reply.body().startsWith("{") ? new JsonObject(reply.body()) : new JsonObject();
    }
}
