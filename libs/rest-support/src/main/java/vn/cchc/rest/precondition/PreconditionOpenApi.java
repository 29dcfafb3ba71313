package vn.cchc.rest.precondition;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.HttpHeaders.IF_NONE_MATCH;

import java.util.List;

import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import vn.cchc.rest.AnnotatedOperations;
import vn.cchc.rest.problem.Problem;

/** Documents the preconditions, and fails the build if an unsafe operation does not declare whether it requires one. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = AnnotatedOperations.FILTER_PRIORITY)
public class PreconditionOpenApi implements OASFilter {

    private static final String EXAMPLE = "\"3-a9993e364706816aba3e25717850c26c\"";

    private final AnnotatedOperations changing;
    private final AnnotatedOperations creating;
    private final AnnotatedOperations unconditional;

    public PreconditionOpenApi(IndexView code) {
        this(AnnotatedOperations.by(RequiresIfMatch.class, code), AnnotatedOperations.by(CreatesResource.class, code),
                AnnotatedOperations.by(WithoutIfMatch.class, code));
    }

    PreconditionOpenApi(AnnotatedOperations changing, AnnotatedOperations creating, AnnotatedOperations unconditional) {
        this.changing = changing;
        this.creating = creating;
        this.unconditional = unconditional;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        AnnotatedOperations.requireCoverage(document,
                "@RequiresIfMatch, @CreatesResource or @WithoutIfMatch is missing",
                changing, creating, unconditional);
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations().forEach(this::document));
    }

    private void document(HttpMethod method, Operation operation) {
        if (changing.isOf(operation)) {
            needMatch(operation);
            tag(operation, "200");
        }
        if (creating.isOf(operation)) {
            tag(operation, "201");
        } else if (method == HttpMethod.GET && isTagged(operation.getResponses().getAPIResponse("200"))) {
            takeNoneMatch(operation);
            tag(operation, "200");
        }
    }

    private static void needMatch(Operation operation) {
        operation.addParameter(header(IF_MATCH).required(true).description(
                "The `ETag` of the version that the caller has read, a list of them, or `*` for any version. A missing header is 428; a tag of another version, or only weak tags, is 412."));
        operation.getResponses()
                .addAPIResponse("412", refusal(StaleResourceException.Members.NAME,
                        "The resource has changed since the caller read it (`changes` lists what is known), or all tags are weak"))
                .addAPIResponse("428", refusal("Problem", "`If-Match` is missing"));
    }

    private static void takeNoneMatch(Operation operation) {
        operation.addParameter(header(IF_NONE_MATCH).required(false)
                .description("The `ETag` of the representation that the caller has; if it is current, the response is 304."));
        operation.getResponses().addAPIResponse("304",
                OASFactory.createAPIResponse().description("The caller's representation is current").addHeader(ETAG, etag()));
    }

    private static void tag(Operation operation, String status) {
        operation.getResponses().getAPIResponse(status).addHeader(ETAG, etag());
    }

    private static boolean isTagged(APIResponse response) {
        return response != null && response.getContent() != null
                && (response.getContent().hasMediaType(MediaType.APPLICATION_JSON)
                        || response.getContent().hasMediaType(Representation.SVG));
    }

    private static APIResponse refusal(String schema, String description) {
        return OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema))));
    }

    private static Parameter header(String name) {
        return OASFactory.createParameter().name(name).in(In.HEADER).schema(text()).example(EXAMPLE);
    }

    private static Header etag() {
        return OASFactory.createHeader().description("Identifies this version").schema(text()).example(EXAMPLE);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
