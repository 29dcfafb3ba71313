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

/** Documents the preconditions, and refuses a document that leaves open whether a change needs one. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = PreconditionOpenApi.BEFORE_THE_HOUSE)
public class PreconditionOpenApi implements OASFilter {

    /** Which puts the replies into their order. */
    static final int BEFORE_THE_HOUSE = 2;

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
                "say by @RequiresIfMatch, @CreatesResource or @WithoutIfMatch whether one must have seen what one changes",
                changing, creating, unconditional);
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations().forEach(this::document));
    }

    private void document(HttpMethod method, Operation operation) {
        if (changing.isOf(operation)) {
            needMatch(operation);
            tag(operation, "200");
        } else if (creating.isOf(operation)) {
            tag(operation, "201");
        } else if (method == HttpMethod.GET && isOfJson(operation.getResponses().getAPIResponse("200"))) {
            takeNoneMatch(operation);
            tag(operation, "200");
        }
    }

    private static void needMatch(Operation operation) {
        operation.addParameter(header(IF_MATCH).required(true).description(
                "The `ETag` of the state that the caller has seen; several of them in a list, or `*` for whatever is there. Without it the change is refused with 428; with another state than the present one, or a weak tag, with 412."));
        operation.getResponses()
                .addAPIResponse("412", refusal(StaleResourceException.Members.NAME,
                        "It was changed since the caller looked; `changes` tells by whom, and what"))
                .addAPIResponse("428", refusal("Problem", "`If-Match` is missing"));
    }

    private static void takeNoneMatch(Operation operation) {
        operation.addParameter(header(IF_NONE_MATCH).required(false)
                .description("The `ETag` of what the caller already has: if it is still the same, the answer is 304."));
        operation.getResponses().addAPIResponse("304",
                OASFactory.createAPIResponse().description("It is what the caller has").addHeader(ETAG, etag()));
    }

    private static void tag(Operation operation, String status) {
        operation.getResponses().getAPIResponse(status).addHeader(ETAG, etag());
    }

    private static boolean isOfJson(APIResponse response) {
        return response != null && response.getContent() != null
                && response.getContent().hasMediaType(MediaType.APPLICATION_JSON);
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
        return OASFactory.createHeader().description("Names this very state").schema(text()).example(EXAMPLE);
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
