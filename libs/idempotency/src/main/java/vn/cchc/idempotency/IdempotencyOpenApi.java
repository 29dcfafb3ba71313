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

/** Documents the key where it is taken, and refuses a document that leaves open what a repeated call does. */
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
        AnnotatedOperations.requireCoverage(document, "say by @Idempotent or @NotIdempotencyKeyed what a repeated call does",
                keyed, keyless);
        document.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .filter(keyed::isOf).forEach(IdempotencyOpenApi::document);
    }

    private static void document(Operation operation) {
        operation.addParameter(OASFactory.createParameter().name(IdempotencyKey.HEADER).in(In.HEADER).required(false)
                .description(
                        "Names this call for 24 hours: sent again, with the same key, path and body, it has no second effect and gets the first answer. Another request under the same key is refused with 422. A refused call may be tried again with its key.")
                .schema(text().minLength(1).maxLength(IdempotencyKey.LONGEST).pattern("^[!-~]+$"))
                .example("0199e2a4-5c00-7000-8000-000000000000"));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(StoredResponseFilter.REPLAYED, OASFactory.createHeader()
                        .description("`true` where this is the answer to an earlier call of the same key").schema(text()));
            }
        });
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
