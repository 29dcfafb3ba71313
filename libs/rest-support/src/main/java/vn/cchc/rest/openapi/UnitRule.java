package vn.cchc.rest.openapi;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

import vn.cchc.rest.caller.Role;

/**
 * By which unit an operation is allowed, beside its roles. It stands at the operation, and so in the OpenAPI document:
 * {@code @Extension(name = UnitRule.NAME, value = UnitRule.OWN)}.
 */
public final class UnitRule {

    public static final String NAME = "x-unit-rule";

    /** For who acts for the unit, and, if the roles let them in, for who reviews or audits all. */
    public static final String OWN = "own";
    /** As {@link #OWN}, and for everybody once it is accepted. */
    public static final String OWN_OR_ACCEPTED = "own-or-accepted";

    private static final Set<String> VALUES = Set.of(OWN, OWN_OR_ACCEPTED);

    private static final Set<String> BOUND_ROLES = Set.of(Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR);
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private record OperationRef(String path, HttpMethod method, Operation operation) {

        boolean isRuled() {
            return extension(NAME).filter(VALUES::contains).isPresent();
        }

        boolean isForBoundRoles() {
            return extension(CommonResponsesFilter.ROLES)
                    .filter(roles -> !Collections.disjoint((Collection<?>) roles, BOUND_ROLES))
                    .isPresent();
        }

        private Optional<Object> extension(String name) {
            return Optional.ofNullable(operation.getExtensions()).map(extensions -> extensions.get(name));
        }

        boolean isSafe() {
            return SAFE.contains(method);
        }

        /** Such as {@code /api/v1/reports}. */
        String collection() {
            return Stream.of(path.split("/")).limit(4).collect(Collectors.joining("/"));
        }
    }

    private UnitRule() {
    }

    /**
     * Refuses a document that leaves open what another unit may do: who acts for one unit changes nothing without a rule, and
     * where one operation of a collection has a rule, all have.
     */
    static void validate(OpenAPI document) {
        List<OperationRef> places = document.getPaths().getPathItems().entrySet().stream().flatMap(item -> item.getValue()
                .getOperations().entrySet().stream()
                .map(each -> new OperationRef(item.getKey(), each.getKey(), each.getValue())))
                .toList();
        Set<String> ruled = places.stream().filter(OperationRef::isRuled).map(OperationRef::collection)
                .collect(Collectors.toSet());
        List<String> open = places.stream().filter(place -> !place.isRuled() && place.isForBoundRoles())
                .filter(place -> !place.isSafe() || ruled.contains(place.collection()))
                .map(place -> place.method() + " " + place.path()).toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("say by " + NAME + " what another unit may do: " + open);
        }
    }
}
