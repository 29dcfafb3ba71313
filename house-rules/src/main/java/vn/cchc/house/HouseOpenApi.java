package vn.cchc.house;

import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Adds to each operation the refusals that the house itself may answer with, so that no resource repeats them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
@OpenAPIDefinition(info = @Info(title = "CCHC", version = "1"), components = @Components(schemas = @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Problem", implementation = Problem.class)))
public class HouseOpenApi implements OASFilter {

    private static final Map<String, String> ANY = Map.of("400", "The request cannot be read, or has an unknown parameter",
            "500", "An unforeseen fault; `traceId` names it for the operator", "503",
            "The service cannot work now; `Retry-After` says when to try again");
    private static final Map<String, String> SECURED = Map.of("401", "No token, or one that does not verify", "403",
            "The token's role or unit does not allow this");
    private static final Map<String, String> CHANGING = Map.of("409", "The resource's state does not allow this", "415",
            "The body is not JSON", "422", "The input breaks a rule; `errors` names every fault");
    private static final Map<String, String> NAMED = Map.of("404", "Nothing of this name is here");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems()
                .forEach(
                        (path, item) -> item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        refuse(operation, ANY);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            refuse(operation, SECURED);
        }
        if (path.contains("{")) {
            refuse(operation, NAMED);
        }
        if (method != PathItem.HttpMethod.GET) {
            refuse(operation, CHANGING);
        }
    }

    private static void refuse(Operation operation, Map<String, String> refusals) {
        refusals.forEach((status, description) -> {
            var responses = operation.getResponses();
            if (!responses.hasAPIResponse(status) || responses.getAPIResponse(status).getContent() == null) {
                responses.addAPIResponse(status, refusal(description));
            }
        });
    }

    private static APIResponse refusal(String description) {
        Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createAPIResponse().description(description).content(OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem)));
    }
}
