package vn.cchc.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import vn.cchc.local.ForgedTokens;
import vn.cchc.local.Tokens;

/** Calls every operation of an OpenAPI document as every kind of caller that the document does not allow. */
record PermissionWalk(List<DocumentedOperation> operations) {

    private static final List<String> ROLES = List.of("viewer", "reporter", "unit-head", "reviewer", "director", "planner",
            "surveyor", "integrator", "auditor", "admin");
    private static final Set<String> OF_A_UNIT = Set.of("viewer", "reporter", "unit-head", "integrator");

    /**
     * A unit's reports, and an unrelated unit.
     *
     * @param hidden a report that is not accepted
     * @param accepted an accepted report
     */
    record Case(String unit, String hidden, String accepted, String stranger) {
    }

    static PermissionWalk of(JsonPath document) {
        List<DocumentedOperation> operations = new ArrayList<>();
        Map<String, Map<String, Map<String, Object>>> paths = new TreeMap<>(document.getMap("paths"));
        paths.forEach((path, item) -> item.forEach(
                (method, operation) -> operations.add(DocumentedOperation.of(document, method, path, operation))));
        return new PermissionWalk(operations);
    }

    List<String> open() {
        return operations.stream().filter(operation -> operation.roles().isEmpty()).map(DocumentedOperation::toString)
                .toList();
    }

    /** The number of requests, each of which must be refused. */
    int refusals(String address) {
        Map<String, String> strangers = strangers();
        int requests = 0;
        for (DocumentedOperation operation : operations) {
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
                    assertThat(operation.status(address, acting(role, "VP"))).as("%s as %s", operation, role).isEqualTo(403);
                    requests++;
                }
            }
        }
        return requests;
    }

    /**
     * The number of requests of a foreign unit. The unit's own requests are made too, so that a refusal has the right reason.
     */
    int foreignUnits(String address, Case of) {
        int requests = 0;
        for (DocumentedOperation operation : operations) {
            // An import names its units in its file.
            if (operation.unitRule() == null || Set.of("by-content", "none").contains(operation.unitRule())) {
                continue;
            }
            for (String role : operation.roles().stream().filter(OF_A_UNIT::contains).toList()) {
                asForeignUnit(operation, address, of, acting(role, of.stranger()));
                if (!role.equals("viewer")) {
                    String own = acting(role, of.unit());
                    assertThat(operation.on(address, of.hidden(), own, "*").statusCode())
                            .as("%s as the unit's %s", operation, role)
                            .isNotIn(401, 403, operation.isOfNumberedPart() ? 401 : 404);
                }
                requests++;
            }
        }
        return requests;
    }

    private static void asForeignUnit(DocumentedOperation operation, String address, Case of, String stranger) {
        boolean readable = operation.unitRule().equals("own-or-accepted");
        Response hidden = operation.on(address, of.hidden(), stranger, "\"0-a\"");
        Response accepted = operation.on(address, of.accepted(), stranger, "\"0-a\"");
        if (!operation.isOfOneThing() && readable) {
            assertThat(hidden.statusCode()).as("%s", operation).isEqualTo(200);
            assertThat(hidden.asString()).as("%s", operation).contains(of.accepted()).doesNotContain(of.hidden());
            return;
        }
        assertThat(hidden.statusCode()).as("%s of a foreign unit", operation).isEqualTo(operation.isOfOneThing() ? 404 : 403);
        assertThat(accepted.statusCode()).as("%s of a foreign unit, accepted", operation).isEqualTo(readable ? 200 : 403);
    }

    private static Map<String, String> strangers() {
        Map<String, String> strangers = new TreeMap<>(ForgedTokens.all());
        strangers.put("a token that expired", Tokens.expired());
        strangers.put("a token that is not valid yet", Tokens.ahead("nbf", 3600));
        strangers.put("a token for another system", Tokens.forAudience("elsewhere"));
        strangers.put("a token of another issuer", Tokens.with("viewer", Map.of("iss", "http://localhost/elsewhere")));
        strangers.put("garbage", "garbage");
        strangers.put("no token", null);
        return strangers;
    }

    private static String acting(String role, String unit) {
        return Tokens.with("viewer", Map.of("roles", List.of(role), "unit", unit, "units", List.of(unit)));
    }
}
