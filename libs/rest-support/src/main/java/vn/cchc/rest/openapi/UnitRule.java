package vn.cchc.rest.openapi;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

import vn.cchc.rest.caller.Role;

/**
 * The rule by which the caller's unit restricts an operation, beside the roles. It is declared at the operation and appears in
 * the OpenAPI document: {@code @Extension(name = UnitRule.NAME, value = UnitRule.OWN)}.
 */
public final class UnitRule {

    public static final String NAME = "x-unit-rule";

    /** For callers that act for the unit; and for reviewers and auditors of all units if the roles permit them. */
    public static final String OWN = "own";
    /** As {@link #OWN}, and for every caller once the resource is accepted. */
    public static final String OWN_OR_ACCEPTED = "own-or-accepted";

    /** As {@link #OWN}, for each of the units that the request or the resource names; the resource belongs to its creator. */
    public static final String BY_CONTENT = "by-content";

    /** For callers of every unit: the resource belongs to none, such as a survey's campaign. */
    public static final String NONE = "none";

    private static final Set<String> VALUES = Set.of(OWN, OWN_OR_ACCEPTED, BY_CONTENT, NONE);

    private static final Set<String> BOUND_ROLES = Set.of(Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATOR);
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private record OperationRef(String path, HttpMethod method, Operation operation) {

        boolean isRuled() {
            return extension(NAME).filter(VALUES::contains).isPresent();
        }

        boolean isOfUnit() {
            return isRuled() && extension(NAME).filter(NONE::equals).isEmpty();
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

        /** Such as {@code /api/v1/reports} of {@code /api/v1/reports/{id}/figures}; the path itself if nothing has an id. */
        String collection() {
            int id = path.indexOf("/{id}");
            return id < 0 ? path : path.substring(0, id);
        }

        boolean isIn(String collection) {
            return path.equals(collection) || path.startsWith(collection + "/");
        }
    }

    private UnitRule() {
    }

    /**
     * Fails the build if a rule is missing: every unsafe operation for roles that act for one unit needs one, and every
     * operation of a collection in which one operation has a rule.
     */
    static void validate(OpenAPI document) {
        List<OperationRef> operations = document.getPaths().getPathItems().entrySet().stream().flatMap(item -> item.getValue()
                .getOperations().entrySet().stream()
                .map(each -> new OperationRef(item.getKey(), each.getKey(), each.getValue())))
                .toList();
        Set<String> ruled = operations.stream().filter(OperationRef::isOfUnit).map(OperationRef::collection)
                .collect(Collectors.toSet());
        List<String> missing = operations.stream().filter(operation -> !operation.isRuled() && operation.isForBoundRoles())
                .filter(operation -> !operation.isSafe() || ruled.stream().anyMatch(operation::isIn))
                .map(operation -> operation.method() + " " + operation.path()).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(NAME + " is missing at " + missing);
        }
    }
}
