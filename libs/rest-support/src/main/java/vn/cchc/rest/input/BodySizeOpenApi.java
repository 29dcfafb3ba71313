package vn.cchc.rest.input;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import vn.cchc.rest.AnnotatedOperations;
import vn.cchc.rest.problem.Problem;

/** Documents the limit of each operation that has a body. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = AnnotatedOperations.FILTER_PRIORITY)
public class BodySizeOpenApi implements OASFilter {

    private static final String DEFAULT = "64K";

    private final Map<String, String> limits;

    public BodySizeOpenApi(IndexView code) {
        this(AnnotatedOperations.annotated(MaxBodySize.class, code).collect(Collectors.toMap(AnnotatedOperations::operationId,
                method -> method.annotation(MaxBodySize.class).value().asString(), (first, same) -> first)));
    }

    BodySizeOpenApi(Map<String, String> limits) {
        this.limits = limits;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                    .filter(operation -> operation.getRequestBody() != null).forEach(this::document);
        }
    }

    private void document(Operation operation) {
        long bytes = BodyReader.bytes(limits.getOrDefault(operation.getOperationId(), DEFAULT));
        operation.getResponses().addAPIResponse("413", OASFactory.createAPIResponse()
                .description(String.format(Locale.ROOT, "The body has more than %,d bytes", bytes))
                .content(OASFactory.createContent()
                        .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")))));
    }
}
