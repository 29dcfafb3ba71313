package vn.cchc.rest.openapi;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.precondition.StaleResourceException;
import vn.cchc.rest.problem.Problem;

/**
 * Adds to each operation what the house itself decides, so that no resource repeats it: the refusals that may be answered,
 * and the roles that are let in.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
@OpenAPIDefinition(info = @Info(title = "CCHC", version = "1"), components = @Components(schemas = {
        @Schema(name = "Problem", implementation = Problem.class),
        @Schema(name = StaleResourceException.Members.NAME, implementation = StaleResourceException.Members.class) }))
public class CommonResponsesFilter implements OASFilter {

    static final String ROLES = "x-roles";

    /** What the problem library and the generic page leave behind although nothing refers to it. */
    private static final List<String> UNUSED = List.of("HttpProblem", "HttpValidationProblem", "Violation", "Page");

    private static final Map<String, String> ANY = Map.of("400", "The request cannot be read, or has an unknown parameter",
            "406", "The reply is not to be had in the format asked for",
            "429", "At the gateway: too much was asked in too short a time; `Retry-After` says when to try again",
            "500", "An unforeseen fault; `traceId` names it for the operator",
            "503", "The service cannot work now; `Retry-After` says when to try again",
            "504", "At the gateway: the service did not answer in time");
    private static final Map<String, String> SECURED = Map.of("401", "No token, or one that does not verify", "403",
            "The token's role or unit does not allow this");
    private static final Map<String, String> CHANGING = Map.of("409", "The resource's state does not allow this",
            "413", "The body is too large", "415",
            "The body is not JSON", "422", "The input breaks a rule; `errors` names every fault");
    private static final Map<String, String> NAMED = Map.of("404", "Nothing of this name is here");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
        UNUSED.forEach(document.getComponents()::removeSchema);
        UnitRule.validate(document);
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        SortedMap<String, APIResponse> responses = new TreeMap<>(operation.getResponses().getAPIResponses());
        boolean secured = operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        Stream.of(ANY, secured ? SECURED : Map.<String, String> of(), path.contains("{") ? NAMED : Map.<String, String> of(),
                method == PathItem.HttpMethod.GET ? Map.<String, String> of() : CHANGING)
                .forEach(refusals -> refusals.forEach((status, description) -> refuse(responses, status, description)));
        APIResponses inOrder = OASFactory.createAPIResponses();
        responses.forEach(inOrder::addAPIResponse);
        operation.setResponses(inOrder);
        if (secured) {
            nameRoles(operation);
        }
    }

    /** Keeps the words of who documented the refusal better, in the one shape that every refusal has. */
    private static void refuse(Map<String, APIResponse> responses, String status, String description) {
        APIResponse known = responses.get(status);
        boolean described = known != null && known.getContent() != null;
        var problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
        responses.put(status, OASFactory.createAPIResponse().description(described ? known.getDescription() : description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(problem))));
    }

    /** OpenAPI 3.0 knows scopes only for OAuth, so the roles stand beside the bearer scheme, not in it. */
    private static void nameRoles(Operation operation) {
        List<String> roles = operation.getSecurity().stream().map(SecurityRequirement::getSchemes)
                .flatMap(schemes -> schemes.values().stream()).flatMap(List::stream)
                .filter(role -> !role.equals(Role.ANONYMOUS)).distinct().sorted().toList();
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
        operation.addExtension(ROLES, roles);
        String about = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(about + "Roles: " + String.join(", ", roles) + ".");
    }
}
