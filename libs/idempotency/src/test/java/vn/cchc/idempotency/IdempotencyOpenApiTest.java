package vn.cchc.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;

import vn.cchc.rest.AnnotatedOperations;

class IdempotencyOpenApiTest {

    private final OpenAPI document = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
    private final IdempotencyOpenApi filter = new IdempotencyOpenApi(new AnnotatedOperations(Set.of("keyed")),
            new AnnotatedOperations(Set.of("keyless")));

    @Test
    void anUnsafeOperationWithoutAnAnnotationIsRejected() {
        add("/units", HttpMethod.GET, "read");
        add("/units/{code}", HttpMethod.PUT, "unannotated");
        add("/answers", HttpMethod.POST, "keyless");

        assertThatIllegalStateException().isThrownBy(() -> filter.filterOpenAPI(document))
                .withMessage("annotate with @Idempotent or @NotIdempotencyKeyed: [PUT /units/{code}]");
    }

    @Test
    void theKeyIsDocumentedOnlyWhereItIsAccepted() {
        Operation keyed = add("/units", HttpMethod.POST, "keyed");
        Operation keyless = add("/answers", HttpMethod.POST, "keyless");

        filter.filterOpenAPI(document);

        assertThat(keyed.getParameters()).singleElement().satisfies(key -> {
            assertThat(key.getName()).isEqualTo("Idempotency-Key");
            assertThat(key.getRequired()).isFalse();
        });
        assertThat(keyed.getResponses().getAPIResponse("201").getHeaders()).containsOnlyKeys("Idempotency-Replayed");
        assertThat(keyed.getResponses().getAPIResponse("409").getHeaders()).isNullOrEmpty();
        assertThat(keyless.getParameters()).isNullOrEmpty();
    }

    private Operation add(String path, HttpMethod method, String id) {
        Operation operation = OASFactory.createOperation().operationId(id).responses(OASFactory.createAPIResponses()
                .addAPIResponse("201", OASFactory.createAPIResponse()).addAPIResponse("409", OASFactory.createAPIResponse()));
        var item = OASFactory.createPathItem();
        item.setOperation(method, operation);
        document.getPaths().addPathItem(path, item);
        return operation;
    }
}
