package vn.cchc.rest.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;

import vn.cchc.rest.AnnotatedOperations;

class PreconditionOpenApiTest {

    private final OpenAPI document = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
    private final PreconditionOpenApi filter = new PreconditionOpenApi(new AnnotatedOperations(Set.of("change")),
            new AnnotatedOperations(Set.of("create")),
            new AnnotatedOperations(Set.of("check")));

    @Test
    void anUnsafeOperationMustDeclareItsPrecondition() {
        add("/units", HttpMethod.POST, "create", "201");
        add("/units/{code}", HttpMethod.PUT, "forgotten", "200");
        add("/units/{code}/check", HttpMethod.POST, "check", "200");

        assertThatIllegalStateException().isThrownBy(() -> filter.filterOpenAPI(document)).withMessage(
                "@RequiresIfMatch, @CreatesResource or @WithoutIfMatch is missing: [PUT /units/{code}]");
    }

    @Test
    void aChangeRequiresIfMatch() {
        Operation change = add("/units/{code}", HttpMethod.PUT, "change", "200");

        filter.filterOpenAPI(document);

        assertThat(change.getParameters()).singleElement().satisfies(header -> {
            assertThat(header.getName()).isEqualTo("If-Match");
            assertThat(header.getRequired()).isTrue();
        });
        assertThat(change.getResponses().getAPIResponses()).containsKeys("412", "428");
        assertThat(change.getResponses().getAPIResponse("200").getHeaders()).containsOnlyKeys("ETag");
    }

    @Test
    void aReadHasAnETagUnlessItIsAFile() {
        Operation read = add("/units", HttpMethod.GET, "read", "200");
        Operation export = add("/exports/figures.csv", HttpMethod.GET, "export", "200");
        export.getResponses().getAPIResponse("200").setContent(
                OASFactory.createContent().addMediaType("text/csv", OASFactory.createMediaType()));

        Operation picture = add("/scoreboard.svg", HttpMethod.GET, "picture", "200");
        picture.getResponses().getAPIResponse("200").setContent(
                OASFactory.createContent().addMediaType("image/svg+xml", OASFactory.createMediaType()));

        filter.filterOpenAPI(document);

        assertThat(picture.getResponses().getAPIResponses()).containsOnlyKeys("200", "304");
        assertThat(read.getParameters()).singleElement().extracting("name").isEqualTo("If-None-Match");
        assertThat(read.getResponses().getAPIResponse("304").getHeaders()).containsOnlyKeys("ETag");
        assertThat(export.getParameters()).isNullOrEmpty();
        assertThat(export.getResponses().getAPIResponses()).containsOnlyKeys("200");
    }

    @Test
    void aCreatedResourceHasAnETagAndNeedsNoPrecondition() {
        Operation create = add("/units", HttpMethod.POST, "create", "201");
        Operation check = add("/units/check", HttpMethod.POST, "check", "200");

        filter.filterOpenAPI(document);

        assertThat(create.getParameters()).isNullOrEmpty();
        assertThat(create.getResponses().getAPIResponse("201").getHeaders()).containsOnlyKeys("ETag");
        assertThat(check.getResponses().getAPIResponse("200").getHeaders()).isNullOrEmpty();
    }

    private Operation add(String path, HttpMethod method, String id, String status) {
        var json = OASFactory.createContent().addMediaType("application/json", OASFactory.createMediaType());
        Operation operation = OASFactory.createOperation().operationId(id).responses(OASFactory.createAPIResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().content(json)));
        var item = document.getPaths().getPathItem(path) == null ? OASFactory.createPathItem()
                : document.getPaths().getPathItem(path);
        item.setOperation(method, operation);
        document.getPaths().addPathItem(path, item);
        return operation;
    }
}
