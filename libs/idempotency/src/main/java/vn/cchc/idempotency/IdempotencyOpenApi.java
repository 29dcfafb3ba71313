package vn.cchc.idempotency;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import vn.cchc.rest.AnnotatedOperations;

/** Documents the key, and rejects a document in which an unsafe operation does not define repeated calls. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyOpenApi implements OASFilter {

    private final AnnotatedOperations keyed;
    private final AnnotatedOperations keyless;

    public IdempotencyOpenApi(IndexView code) {
        this(AnnotatedOperations.by(Idempotent.class, code), AnnotatedOperations.by(NotIdempotencyKeyed.class, code));
    }

    IdempotencyOpenApi(AnnotatedOperations keyed, AnnotatedOperations keyless) {
        this.keyed = keyed;
        this.keyless = keyless;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        AnnotatedOperations.requireCoverage(document, "annotate with @Idempotent or @NotIdempotencyKeyed",
                keyed, keyless);
        document.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .filter(keyed::isOf).forEach(IdempotencyOpenApi::document);
    }

    private static void document(Operation operation) {
        operation.addParameter(OASFactory.createParameter().name(IdempotencyKey.HEADER).in(In.HEADER).required(false)
                .description(
                        "Identifies this call for 24 hours: a repeated call with the same key, path and body has no second effect and returns the first response. Another request with the same key is refused with 422. A refused call can be repeated with its key.")
                .schema(text().minLength(1).maxLength(IdempotencyKey.MAX_LENGTH).pattern("^[!-~]+$"))
                .example("0199e2a4-5c00-7000-8000-000000000000"));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(StoredResponseFilter.REPLAYED, OASFactory.createHeader()
                        .description("`true` if this is the response to an earlier call with the same key").schema(text()));
            }
        });
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
