package vn.cchc.system.journey;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/**
 * An operation of an OpenAPI document.
 *
 * @param roles the allowed roles; empty for a public operation
 * @param unitRule the rights of another unit; null if units do not matter
 * @param parameters the names of its parameters
 * @param body a body of the document's examples; null if it has none
 */
record DocumentedOperation(String method, String path, List<String> roles, String unitRule, Set<String> parameters,
        String mediaType, Object body) {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String NOWHERE = "0199e2a4-5c00-7000-8000-000000000000";

    @SuppressWarnings("unchecked")
    static DocumentedOperation of(JsonPath document, String method, String path, Map<String, Object> operation) {
        Map<String, Object> requestBody = (Map<String, Object>) operation.getOrDefault("requestBody", Map.of());
        Map<String, Map<String, Object>> content = (Map<String, Map<String, Object>>) requestBody.getOrDefault("content",
                Map.of());
        String mediaType = content.keySet().stream().findFirst().orElse("application/json");
        Object body = content.isEmpty() ? null : sample(document, (Map<String, Object>) content.get(mediaType).get("schema"));
        return new DocumentedOperation(method.toUpperCase(), path, (List<String>) operation.getOrDefault("x-roles", List.of()),
                (String) operation.get("x-unit-rule"), parameters(operation), mediaType, body);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> parameters(Map<String, Object> operation) {
        return ((List<Map<String, Object>>) operation.getOrDefault("parameters", List.of())).stream()
                .map(parameter -> (String) parameter.get("name")).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Object sample(JsonPath document, Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            // Not by a path: the name of one that two services have contains a point.
            return sample(document, document.<String, Map<String, Object>> getMap("components.schemas").get(name));
        }
        if ("array".equals(schema.get("type"))) {
            return List.of(sample(document, (Map<String, Object>) schema.get("items")));
        }
        Map<String, Object> sample = new LinkedHashMap<>();
        ((Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of())).forEach((name, property) -> {
            if (property.containsKey("example")) {
                sample.put(name, property.get("example"));
            }
        });
        return sample;
    }

    boolean isOfOneThing() {
        return path.contains("{id}");
    }

    /** Whether it is of a part of the thing that may not exist, such as a round of a report. */
    boolean isOfNumberedPart() {
        return path.contains("{number}");
    }

    /**
     * The answer to a call without a body. Whom the gateway does not know has 50 calls a second there, so this waits for one.
     */
    int status(String address, String token) {
        HttpRequest request = bare(address, token);
        return await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(100, MILLISECONDS).atMost(30, SECONDS)
                .until(() -> HTTP.send(request, BodyHandlers.discarding()).statusCode(), status -> status != 429);
    }

    private HttpRequest bare(String address, String token) {
        var request = HttpRequest.newBuilder(URI.create(address + path(NOWHERE) + query()))
                .method(method, BodyPublishers.noBody()).header("Content-Type", mediaType);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    /** The call with a valid body, and with the ETag if the operation requires one. */
    Response on(String address, String id, String token, String seen) {
        var request = given().baseUri(address).basePath("").contentType(mediaType).auth().oauth2(token);
        if (parameters.contains("If-Match")) {
            request.header("If-Match", seen);
        }
        if (body != null && mediaType.equals("application/json")) {
            request.body(body);
        }
        return request.request(method, path(id) + query());
    }

    private String path(String id) {
        return path.replace("{id}", id).replace("{number}", "1").replace("{unit}", "VP").replace("{period}", "2013")
                .replace("{year}", "2013").replace("{version}", "1").replaceAll("\\{\\w+}", "XX");
    }

    private String query() {
        List<String> query = new ArrayList<>();
        if (parameters.contains("service")) {
            query.add("service=reporting");
        }
        if ("own".equals(unitRule) && parameters.contains("unit") && !path.contains("{unit}")) {
            query.add("unit=VP");
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
