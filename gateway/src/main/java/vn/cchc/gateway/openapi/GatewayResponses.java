package vn.cchc.gateway.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Adds the gateway's own refusals to an operation, where its service does not describe them. */
final class GatewayResponses {

    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final Map<String, String> ANY = Map.of("400", "The request is malformed", "414", "The URL is too long",
            "429", "Too many requests; `Retry-After` says when to try again", "431", "The headers are too large", "502",
            "Invalid response from the service", "503", "The service is unavailable; `Retry-After` says when to try again",
            "504", "The service did not respond in time");
    private static final Map<String, String> WITH_BODY = Map.of("408", "The body did not arrive in time", "413",
            "The body is too large");

    private GatewayResponses() {
    }

    /** @param path the operations of a path, by method */
    static JsonNode addTo(JsonNode path) {
        path.properties().forEach(operation -> {
            if (METHODS.contains(operation.getKey())) {
                complete((ObjectNode) operation.getValue());
            }
        });
        return path;
    }

    private static void complete(ObjectNode operation) {
        Map<String, JsonNode> responses = new TreeMap<>();
        operation.path("responses").properties().forEach(known -> responses.put(known.getKey(), known.getValue()));
        JsonNode content = problemContent(responses);
        ANY.forEach((status, description) -> responses.putIfAbsent(status, response(description, content)));
        if (operation.has("requestBody")) {
            WITH_BODY.forEach((status, description) -> responses.putIfAbsent(status, response(description, content)));
        }
        operation.putObject("responses").setAll(responses);
    }

    /** The service's own description of a problem. */
    private static JsonNode problemContent(Map<String, JsonNode> responses) {
        return responses.values().stream().map(response -> response.path("content")).filter(content -> content.has(PROBLEM))
                .findFirst().orElseGet(() -> JsonNodeFactory.instance.objectNode().set(PROBLEM,
                        JsonNodeFactory.instance.objectNode()));
    }

    private static JsonNode response(String description, JsonNode content) {
        return JsonNodeFactory.instance.objectNode().put("description", description).set("content", content);
    }
}
