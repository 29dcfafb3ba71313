package vn.cchc.gateway.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.path.json.JsonPath;
import vn.cchc.local.Tokens;

/** Tries every operation that an OpenAPI document names with every kind of caller whom the document does not let in. */
record PermissionWalk(List<Operation> operations) {

    private static final List<String> ROLES = List.of("viewer", "reporter", "unit-head", "reviewer", "planner", "surveyor",
            "integrator", "auditor", "admin");

    private static final Map<String, String> TOKENS = new HashMap<>();

    /** @param roles who is let in; empty where everybody is */
    record Operation(String method, String path, List<String> roles) {

        int status(String address, String token) {
            var request = given().baseUri(address).basePath("").contentType("application/json");
            if (token != null) {
                request.auth().oauth2(token);
            }
            String somewhere = path.replace("{id}", "0199e2a4-5c00-7000-8000-000000000000").replace("{number}", "1")
                    .replaceAll("\\{\\w+}", "X");
            return request.request(method, somewhere).statusCode();
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    static PermissionWalk of(JsonPath document) {
        List<Operation> operations = new ArrayList<>();
        Map<String, Map<String, Map<String, Object>>> paths = new TreeMap<>(document.getMap("paths"));
        paths.forEach((path, item) -> item.forEach((method, operation) -> operations
                .add(new Operation(method.toUpperCase(), path, roles(operation)))));
        return new PermissionWalk(operations);
    }

    @SuppressWarnings("unchecked")
    private static List<String> roles(Map<String, Object> operation) {
        return (List<String>) operation.getOrDefault("x-roles", List.of());
    }

    List<String> open() {
        return operations.stream().filter(operation -> operation.roles().isEmpty()).map(Operation::toString).toList();
    }

    /** How many requests were made; each must have been refused. */
    int refusals(String address) {
        Map<String, String> strangers = strangers();
        int requests = 0;
        for (Operation operation : operations) {
            if (operation.roles().isEmpty()) {
                continue;
            }
            for (var stranger : strangers.entrySet()) {
                assertThat(operation.status(address, stranger.getValue())).as("%s with %s", operation, stranger.getKey())
                        .isEqualTo(401);
                requests++;
            }
            for (String role : ROLES) {
                if (!operation.roles().contains(role)) {
                    assertThat(operation.status(address, only(role))).as("%s as %s", operation, role).isEqualTo(403);
                    requests++;
                }
            }
        }
        return requests;
    }

    private static Map<String, String> strangers() {
        Map<String, String> strangers = new TreeMap<>();
        strangers.put("a token that expired", Tokens.expired());
        strangers.put("a token for another system", Tokens.forAudience("elsewhere"));
        strangers.put("garbage", "garbage");
        strangers.put("no token", null);
        return strangers;
    }

    private static String only(String role) {
        return TOKENS.computeIfAbsent(role, PermissionWalk::tokenOf);
    }

    private static String tokenOf(String role) {
        return Tokens.with("viewer", Map.of("roles", List.of(role), "unit", "VP"));
    }
}
