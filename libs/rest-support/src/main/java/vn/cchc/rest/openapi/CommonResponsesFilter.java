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

/** Adds to each operation what all operations share: the error responses and the permitted roles. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
@OpenAPIDefinition(info = @Info(title = "CCHC", version = "1"), components = @Components(schemas = {
        @Schema(name = "Problem", implementation = Problem.class),
        @Schema(name = StaleResourceException.Members.NAME, implementation = StaleResourceException.Members.class) }))
public class CommonResponsesFilter implements OASFilter {

    static final String ROLES = "x-roles";

    /** Schemas that the problem library and the generic page add although nothing refers to them. */
    private static final List<String> UNUSED = List.of("HttpProblem", "HttpValidationProblem", "Violation", "Page");

    private static final Map<String, String> ANY = Map.of("400",
            "The request is malformed, a parameter is invalid, or the operation does not support its precondition",
            "405", "The path does not have this method; `Allow` names those that it has",
            "406", "The response is not available in a format that `Accept` permits",
            "413", "The body is larger than this operation accepts",
            "415", "The format of the body is not accepted, or `Content-Type` is malformed",
            "429", "At the gateway: the rate limit is exceeded; `Retry-After` gives the time to wait",
            "500", "Unexpected error; `traceId` identifies it for the operator",
            "502", "At the gateway: the response of the service is invalid",
            "503", "The service cannot process the request now; `Retry-After` gives the time to wait",
            "504", "At the gateway: the service did not respond in time");
    private static final Map<String, String> SECURED = Map.of("401", "The token is missing or invalid", "403",
            "The role or the unit of the token does not permit this operation");
    private static final Map<String, String> CHANGING = Map.of("409", "The state of the resource does not permit this",
            "422", "The input breaks a rule; `errors` names every violation");
    private static final Map<String, String> WITH_BODY = Map.of("408", "At the gateway: the body did not arrive in time");
    private static final Map<String, String> NAMED = Map.of("404", "The resource does not exist");

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
                method == PathItem.HttpMethod.GET ? Map.<String, String> of() : CHANGING,
                operation.getRequestBody() == null ? Map.<String, String> of() : WITH_BODY)
                .forEach(errors -> errors.forEach((status, description) -> addError(responses, status, description)));
        APIResponses inOrder = OASFactory.createAPIResponses();
        responses.forEach(inOrder::addAPIResponse);
        operation.setResponses(inOrder);
        if (secured) {
            nameRoles(operation);
        }
    }

    /** Keeps the description of a response that is documented already, and sets its schema. */
    private static void addError(Map<String, APIResponse> responses, String status, String description) {
        APIResponse known = responses.get(status);
        boolean described = known != null && known.getContent() != null;
        var problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
        responses.put(status, OASFactory.createAPIResponse().description(described ? known.getDescription() : description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(problem))));
    }

    /** OpenAPI 3.0 permits scopes for OAuth only, so the roles are an extension beside the bearer scheme. */
    private static void nameRoles(Operation operation) {
        List<String> roles = operation.getSecurity().stream().map(SecurityRequirement::getSchemes)
                .flatMap(schemes -> schemes.values().stream()).flatMap(List::stream)
                .filter(role -> !role.equals(Role.ANONYMOUS)).distinct().sorted().toList();
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
        operation.addExtension(ROLES, roles);
        String description = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(description + "Roles: " + String.join(", ", roles) + ".");
    }
}
